package dev.assay.cli;

import dev.assay.identity.provider.ProviderCatalogue;
import dev.assay.profile.Operation;
import dev.assay.profile.Profile;
import dev.assay.profile.Promise;
import dev.assay.profile.Provisioning;
import dev.assay.registry.EnvironmentNeeds;
import dev.assay.registry.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a valid profile leaves unsaid that its author may not have meant to.
 *
 * @param environment the variables that Assay was started with
 */
record ProfileRemarks(Profile profile, Map<String, String> environment) {
    private static final String EMBEDDED_ONLY = "/_assay/";

    List<String> lines() {
        var remarks = new ArrayList<String>();
        if (profile.embedded().isEmpty()) {
            remarks.add("It has no embedded model: drive it with --target URL.");
        }
        var inherited = profile.provision().operations().entrySet().stream()
                .filter(entry -> isOfEmbedded(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (profile.embedded().isEmpty()
                && profile.provision().by() == Provisioning.Means.HTTP
                && !inherited.isEmpty()) {
            remarks.add("Its provisioning (" + String.join(", ", inherited) + ") goes to " + EMBEDDED_ONLY
                    + "..., which only Assay's embedded registries have; say how yours is provisioned, or by: manual.");
        }
        if (promisesEnvironmentsInVain()) {
            remarks.add("It promises environments, but provision.operations.publisher does not send"
                    + " {publisher.environment}, so policies will not name any.");
        }
        if (!profile.links().containsKey("securityModel") || !profile.links().containsKey("providerGuides")) {
            remarks.add("It names no links to securityModel and providerGuides, so DOC-1 and DOC-2 stay undeclared.");
        }
        profile.identityProviders().keySet().stream()
                .filter(id -> ProviderCatalogue.shipped().find(id).isEmpty())
                .sorted()
                .map(id -> "Assay does not simulate the identity provider " + id + ", so its rules are not tested.")
                .forEach(remarks::add);
        EnvironmentNeeds.missing(profile, environment).stream()
                .map(need -> "For a run, " + need.complaint() + ".")
                .forEach(remarks::add);
        remarks.addAll(shownValues());
        return List.copyOf(remarks);
    }

    /** The variables whose values are too short to be kept out of what Assay shows. */
    List<String> shownValues() {
        return EnvironmentNeeds.shown(profile, environment).stream()
                .map(variable -> "The value of " + variable + " is shorter than " + Secrets.LEAST
                        + " characters, so Assay shows it in its output and reports.")
                .toList();
    }

    private boolean promisesEnvironmentsInVain() {
        return profile.promises().contains(Promise.ENVIRONMENTS)
                && profile.provision()
                        .operation("publisher")
                        .filter(operation -> !names(operation, "publisher.environment"))
                        .isPresent();
    }

    /** Whether a request has a value in it, wherever that is. */
    private static boolean names(Operation operation, String value) {
        return operation.request().toString().contains(value)
                || operation.before().stream().anyMatch(earlier -> names(earlier, value));
    }

    private static boolean isOfEmbedded(Operation operation) {
        return operation
                .request()
                .path()
                .filter(path -> path.startsWith(EMBEDDED_ONLY))
                .isPresent();
    }
}
