package dev.assay.identity.provider;

import dev.assay.identity.knowledge.Template;
import dev.assay.identity.workload.Job;
import dev.assay.identity.workload.ReusableWorkflow;
import dev.assay.identity.workload.Start;
import dev.assay.identity.workload.Workload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A workload in a provider's eyes: named fields, from which the provider's templates are filled. */
public final class WorkloadFields {

    private final Provider provider;
    private final Workload workload;
    private final Map<String, String> fields = new HashMap<>();

    WorkloadFields(Provider provider, Workload workload) {
        this.provider = provider;
        this.workload = workload;
        repository();
        job();
        start();
        definition();
        run();
        fields.put("subject", subject());
    }

    /** Whether this workload's tokens hold a claim of this presence. */
    public boolean has(Claim.Presence presence) {
        return switch (presence) {
            case ALWAYS -> true;
            case WITH_ENVIRONMENT -> fields.containsKey("environment");
            case WITH_ENTERPRISE -> fields.containsKey("enterprise");
            case FOR_EACH_PROPERTY -> !workload.settings().properties().isEmpty();
        };
    }

    /** Fills a template. */
    public String fill(String template) {
        return fill(template, Map.of());
    }

    /**
     * Fills a template.
     *
     * @param more fields that belong to the token, not to the workload
     * @throws IllegalArgumentException if the template names a field that does not exist
     */
    public String fill(String template, Map<String, String> more) {
        return Template.fill(template, name -> more.containsKey(name) ? more.getOrDefault(name, "") : field(name));
    }

    private String field(String name) {
        var value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The file of identity provider " + provider.id() + " uses the field ${"
                    + name + "}, which this workload does not have; it has " + fields.keySet());
        }
        return value;
    }

    private void repository() {
        var repository = workload.repository();
        fields.put("owner", repository.owner().login());
        fields.put("ownerId", Long.toString(repository.owner().id()));
        fields.put("repository", repository.name());
        fields.put("repositoryId", Long.toString(repository.id()));
        fields.put("visibility", repository.visibility().toString());
        workload.settings().enterprise().ifPresent(enterprise -> {
            fields.put("enterprise", enterprise.slug());
            fields.put("enterpriseId", Long.toString(enterprise.id()));
        });
    }

    private void job() {
        Job job = workload.job();
        fields.put("workflowFile", job.workflowFile());
        fields.put("workflowTitle", job.workflowTitle());
        fields.put("runner", job.runner().toString());
        job.environment().ifPresent(environment -> {
            fields.put("environment", environment);
            fields.put("environmentNodeId", nodeId(workload.repository().id() + "/" + environment));
        });
    }

    private void start() {
        Start start = workload.start();
        var trigger = provider.trigger(start.event());
        var ref = start.ref().orElse(trigger.ref());
        fields.put("event", start.event());
        fields.put("actor", start.actor().login());
        fields.put("actorId", Long.toString(start.actor().id()));
        fields.put("sha", start.sha());
        fields.put("ref", ref);
        fields.put("refOrSha", ref.isEmpty() ? start.sha() : ref);
        fields.put("refName", ref.replaceFirst("^refs/[^/]+/", ""));
        fields.put("refType", refType(ref));
        fields.put("headRef", trigger.headRef());
        fields.put("baseRef", trigger.baseRef());
    }

    private void definition() {
        var definition = workload.job()
                .reusableWorkflow()
                .orElseGet(() -> new ReusableWorkflow(
                        workload.repository().fullName(),
                        workload.job().workflowFile(),
                        field("refOrSha"),
                        workload.start().sha()));
        fields.put("definingRepository", definition.repository());
        fields.put("definingFile", definition.file());
        fields.put("definingRef", definition.ref());
        fields.put("definingSha", definition.sha());
    }

    private void run() {
        var run = workload.run();
        fields.put("runId", Long.toString(run.id()));
        fields.put("runNumber", Long.toString(run.number()));
        fields.put("runAttempt", Integer.toString(run.attempt()));
        fields.put("checkRunId", Long.toString(run.checkRunId()));
    }

    private String subject() {
        var subject = provider.subject();
        UnaryOperator<String> escaped = name -> subject.escape(field(name));
        var context = fields.containsKey("environment")
                ? subject.environmentContext()
                : provider.trigger(workload.start().event()).context();
        var form = subject.template(workload.settings().subjectForm());
        return Template.fill(
                form, name -> name.equals("context") ? Template.fill(context, escaped) : escaped.apply(name));
    }

    private String refType(String ref) {
        return provider.refTypes().entrySet().stream()
                .filter(type -> ref.startsWith(type.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** An opaque identifier that stays the same as long as its subject does. */
    private static String nodeId(String subject) {
        var digits = UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
        return "EN_kwDO" + digits.toString().replace("-", "").substring(0, 16);
    }
}
