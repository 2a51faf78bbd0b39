package dev.assay.reference.dialect.nuget;

import dev.assay.reference.behaviour.PolicyRules.Hints;
import dev.assay.reference.behaviour.ProviderRules;
import dev.assay.reference.core.registry.Publisher;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the gallery tells of why a policy does not fit: neither owner nor repository nor their ids, but what comes after
 * them (NuGet/NuGetGallery GitHubTokenPolicyValidator.cs).
 *
 * @param hints whom else the names of a policy are told
 * @param isOver whether a policy has waited too long for its ids
 */
record DisclosedReasons(ProviderRules rules, Hints hints, UnverifiedClaims claims, Predicate<Publisher> isOver) {

    private static final List<String> NECESSARY =
            List.of("repository", "repository_owner", "repository_owner_id", "repository_id", "event_name");
    private static final int LONGEST_POLICY_NAME = 64;

    /** The reason for one policy; empty if nothing may be told. */
    Optional<String> of(Publisher policy) {
        var missing =
                NECESSARY.stream().filter(name -> claims.text(name).isBlank()).findFirst();
        if (missing.isPresent()) {
            return missing.map("The JSON Web Token is missing the required claim '%s'."::formatted);
        }
        return concerns(policy)
                ? expiry(policy).or(this::event).or(() -> workflow(policy)).or(() -> environment(policy))
                : Optional.empty();
    }

    private boolean concerns(Publisher policy) {
        return claims.text("repository_owner").equalsIgnoreCase(policy.field("owner"))
                && (hints == Hints.TO_THE_SAME_OWNER || namesTheSameRepository(policy));
    }

    private boolean namesTheSameRepository(Publisher policy) {
        var names = policy.field("owner") + "/" + policy.field("repository");
        return claims.text("repository").equalsIgnoreCase(names)
                && hasId(policy, "ownerId", "repository_owner_id")
                && hasId(policy, "repositoryId", "repository_id");
    }

    private boolean hasId(Publisher policy, String name, String claim) {
        return claims.text(claim).equals(policy.ids().getOrDefault(name, claims.text(claim)));
    }

    private Optional<String> expiry(Publisher policy) {
        return isOver.test(policy)
                ? Optional.of(
                        "The policy '%s' has expired. Sign in and renew the trust policy on the Trusted Publishing page."
                                .formatted(policyName(policy)))
                : Optional.empty();
    }

    private Optional<String> event() {
        var event = claims.text("event_name");
        return rules.trigger().accepts(event)
                ? Optional.empty()
                : Optional.of("The GitHub Actions event '%s' is not allowed.".formatted(event));
    }

    private Optional<String> workflow(Publisher policy) {
        var actual = claims.text("job_workflow_ref");
        var folder = policy.fill("{owner}/{repository}/.github/workflows/");
        if (!actual.regionMatches(true, 0, folder, 0, folder.length())) {
            return Optional.of(
                    "Claim 'job_workflow_ref' has value '%s' which does not start with %s.".formatted(actual, folder));
        }
        return mismatch(
                "Workflow",
                policy,
                policy.field("workflow"),
                actual.substring(folder.length()).split("@", 2)[0]);
    }

    private Optional<String> environment(Publisher policy) {
        var expected = policy.field("environment");
        return expected.isEmpty()
                ? Optional.empty()
                : mismatch("Environment", policy, expected, claims.text("environment"));
    }

    private static Optional<String> mismatch(String what, Publisher policy, String expected, String actual) {
        return expected.equalsIgnoreCase(actual)
                ? Optional.empty()
                : Optional.of("%s mismatch for policy '%s': expected '%s', actual '%s'"
                        .formatted(what, policyName(policy), expected, actual));
    }

    /** The name that a policy gets whose maintainer enters none: the workflow's file name without its suffix. */
    private static String policyName(Publisher policy) {
        var workflow = policy.field("workflow");
        var file = workflow.substring(workflow.lastIndexOf('/') + 1);
        var suffix = file.toLowerCase(Locale.ROOT).lastIndexOf('.');
        var name = suffix < 0 ? file : file.substring(0, suffix);
        return name.substring(0, Math.min(LONGEST_POLICY_NAME, name.length()));
    }
}
