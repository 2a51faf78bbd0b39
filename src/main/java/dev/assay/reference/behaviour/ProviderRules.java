package dev.assay.reference.behaviour;

import dev.assay.reference.behaviour.PendingRules.Aspect;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the ID tokens of one kind of identity provider are compared with policies.
 *
 * @param fields the fields of a policy
 * @param requiredClaims claims that every token must have, whether or not they are compared
 * @param absentClaim what a token leads to that lacks one of them
 * @param claims the comparisons, in order, each with a name of its own
 * @param workflow the workflow file
 * @param environment the deployment environment
 * @param trigger the event
 * @param runner the kind of runner
 * @param subject the subject
 * @param pins the immutable ids, each with a name of its own
 * @param unknownClaims claims that are not listed
 * @param knownClaims the list, used only if unknown claims are refused
 */
public record ProviderRules(
        Map<String, FieldRule> fields,
        List<String> requiredClaims,
        Leniency absentClaim,
        Map<String, ClaimRule> claims,
        WorkflowRules workflow,
        EnvironmentRules environment,
        TriggerRules trigger,
        RunnerRules runner,
        SubjectRules subject,
        Map<String, PinRule> pins,
        Leniency unknownClaims,
        List<String> knownClaims) {

    /** A copy that lets workloads differ in some aspects. */
    public ProviderRules overlooking(Set<Aspect> aspects) {
        return new ProviderRules(
                fields,
                requiredClaims,
                absentClaim,
                aspects.contains(Aspect.REPOSITORY) ? Map.of() : claims,
                workflow(aspects),
                aspects.contains(Aspect.ENVIRONMENT) ? environment.ignored() : environment,
                aspects.contains(Aspect.TRIGGER) ? trigger.unrestricted() : trigger,
                runner,
                subject,
                aspects.contains(Aspect.IDS) ? Map.of() : pins,
                unknownClaims,
                knownClaims);
    }

    private WorkflowRules workflow(Set<Aspect> aspects) {
        if (aspects.contains(Aspect.WORKFLOW)) {
            return workflow.comparingOnlyTheFile(TextMatch.IGNORED);
        }
        if (aspects.contains(Aspect.WORKFLOW_ENDING)) {
            return workflow.comparingOnlyTheFile(TextMatch.PREFIX);
        }
        return aspects.contains(Aspect.REPOSITORY) ? workflow.comparingOnlyTheFile(workflow.match()) : workflow;
    }
}
