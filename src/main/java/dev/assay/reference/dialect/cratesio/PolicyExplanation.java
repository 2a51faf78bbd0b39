package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.behaviour.WorkflowRules.FileName;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Why no policy lets an ID token in: the policies of its repository are sifted, and those that the last sieve held back
 * are named.
 */
record PolicyExplanation(RegistryState state, PresentedJwt jwt) {

    private static final Set<String> REFUSED_EVENTS = Set.of("pull_request_target", "workflow_run");

    Optional<String> text() {
        return jwt.claims().has("project_path") ? ofGitLab() : ofGitHub();
    }

    private Optional<String> ofGitHub() {
        var event = jwt.claim("event_name");
        if (REFUSED_EVENTS.contains(event)) {
            return Optional.of("Trusted Publishing does not support the `%s` event trigger due to security concerns."
                            .formatted(event)
                    + " Please use a different trigger such as `push`, `release`, or `workflow_dispatch`.");
        }
        var repository = jwt.claim("repository");
        var slash = repository.indexOf('/');
        if (slash < 0) {
            return unexpected("repository");
        }
        var file = FileName.LONGEST_BEFORE_AT_AND_REF.in(jwt.claim("workflow_ref"));
        if (file.isEmpty()) {
            return unexpected("workflow_ref");
        }
        var ownerId = ownerId();
        if (ownerId.isEmpty()) {
            return unexpected("repository_owner_id");
        }
        var named =
                named("github", "owner", repository.substring(0, slash), "repository", repository.substring(slash + 1));
        return sifted(
                repository,
                named,
                new Sieve("repository owner ID", "owner IDs", "ownerId", ownerId.get()),
                "filename",
                file.get().file());
    }

    private Optional<String> ofGitLab() {
        var path = jwt.claim("project_path");
        var slash = path.lastIndexOf('/');
        if (slash < 0) {
            return unexpected("project_path");
        }
        var file = FileName.AFTER_DOUBLE_SLASH_TO_LAST_AT.in(jwt.claim("ci_config_ref_uri"));
        if (file.isEmpty()) {
            return unexpected("ci_config_ref_uri");
        }
        var named = named("gitlab", "namespace", path.substring(0, slash), "project", path.substring(slash + 1));
        return sifted(
                path,
                named,
                new Sieve("namespace ID", "namespace IDs", "namespaceId", jwt.claim("namespace_id")),
                "filepath",
                file.get().file());
    }

    private record Sieve(String title, String plural, String pin, String id) {}

    private Optional<String> sifted(
            String repository, List<Publisher> named, Sieve owner, String fileWord, String file) {
        if (named.isEmpty()) {
            return Optional.of("No Trusted Publishing config found for repository `%s`.".formatted(repository));
        }
        var config = "The Trusted Publishing config for repository `%s` ".formatted(repository);
        var ofOwner = kept(named, policy -> owner.id().equals(policy.ids().getOrDefault(owner.pin(), owner.id())));
        if (ofOwner.isEmpty()) {
            return Optional.of(config
                    + "does not match the %s (%s) in the JWT. Expected %s: %s. Please recreate the Trusted Publishing config to update the %s."
                            .formatted(
                                    owner.title(),
                                    owner.id(),
                                    owner.plural(),
                                    listed(named, policy -> policy.ids().getOrDefault(owner.pin(), "")),
                                    owner.title()));
        }
        var ofFile = kept(ofOwner, policy -> policy.field("workflow").equals(file));
        if (ofFile.isEmpty()) {
            return Optional.of(config
                    + "does not match the workflow %s `%s` in the JWT. Expected workflow %ss: %s"
                            .formatted(fileWord, file, fileWord, quoted(ofOwner, "workflow")));
        }
        return ofEnvironment(config, ofFile);
    }

    private Optional<String> ofEnvironment(String config, List<Publisher> ofFile) {
        var given = Optional.of(jwt.claim("environment"))
                .filter(name -> !jwt.claims().path("environment").isNull()
                        && jwt.claims().has("environment"));
        var remaining = kept(
                ofFile,
                policy -> policy.field("environment").isEmpty()
                        || given.filter(name -> isSame(name, policy.field("environment")))
                                .isPresent());
        if (!remaining.isEmpty()) {
            return Optional.empty();
        }
        var expected = quoted(ofFile, "environment");
        return Optional.of(config
                + given.map(name -> "does not match the environment `%s` in the JWT.".formatted(name))
                        .orElse("requires an environment, but the JWT does not specify one.")
                + " Expected environments: " + expected);
    }

    private List<Publisher> named(String provider, String first, String firstValue, String second, String secondValue) {
        return state.atomically(() -> new ArrayList<>(state.policies().publishers())
                .stream()
                        .filter(policy -> policy.provider().equals(provider))
                        .filter(policy ->
                                isSame(policy.field(first), firstValue) && isSame(policy.field(second), secondValue))
                        .toList());
    }

    /** A decimal number of 32 bits. */
    private Optional<String> ownerId() {
        try {
            return Optional.of(String.valueOf(Integer.parseInt(jwt.claim("repository_owner_id"))));
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    private static List<Publisher> kept(List<Publisher> policies, Predicate<Publisher> sieve) {
        return policies.stream().filter(sieve).toList();
    }

    private static String quoted(List<Publisher> policies, String field) {
        return listed(policies, policy -> "`" + policy.field(field) + "`");
    }

    private static String listed(List<Publisher> policies, Function<Publisher, String> value) {
        return policies.stream().map(value).collect(Collectors.joining(", "));
    }

    private static boolean isSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> unexpected(String claim) {
        return Optional.of("Unexpected `%s` value".formatted(claim));
    }
}
