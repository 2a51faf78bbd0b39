package dev.assay.reference.dialect.pubdev;

import dev.assay.reference.behaviour.ProviderRules;
import dev.assay.reference.core.check.Evidence;
import dev.assay.reference.core.registry.Publisher;
import java.util.List;
import java.util.Optional;

/**
 * Why a policy does not allow an upload, in pub.dev's order and words (dart-lang/pub-dev app/lib/package/backend.dart,
 * {@code _checkGitHubActionAllowed}). Whether it does is decided elsewhere.
 *
 * @param publisher the policy
 * @param known the caller's ID token
 * @param version that was uploaded
 */
record Explanation(Publisher publisher, Evidence known, String version) {

    static final String NOT_ENABLED = "publishing from github is not enabled";
    static final String OTHER_IDS = "GitHub repository identifiers changed, disabling automated publishing";

    /** The first objection, if there is one that pub.dev has words for. */
    Optional<String> reason(ProviderRules rules) {
        return repository().or(this::event).or(this::ref).or(this::environment).or(() -> ids(rules));
    }

    private Optional<String> repository() {
        var expected = publisher.field("owner") + "/" + publisher.field("repository");
        return unless(
                claim("repository").equals(expected),
                "publishing is not enabled for the \"%s\" repository, it may be enabled for another repository"
                        .formatted(claim("repository")));
    }

    private Optional<String> event() {
        var event = claim("event_name");
        var enabled = publisher.field("events").isEmpty()
                || List.of(publisher.field("events").split(" ")).contains(event);
        return switch (event) {
            case "push" -> unless(enabled, "publishing is not allowed from \"push\" events");
            // sic
            case "workflow_dispatch" -> unless(enabled, "publishing is not allowed from \"workflow_dispath\" events");
            default ->
                Optional.of(("publishing is only allowed from \"push\" or \"workflow_dispatch\" events,"
                                + " this token originates from a \"%s\" event")
                        .formatted(event));
        };
    }

    private Optional<String> ref() {
        var ref = claim("ref");
        if (!claim("ref_type").equals("tag")) {
            return Optional.of("publishing is only allowed from \"tag\" refType, this token has \"%s\" refType"
                    .formatted(claim("ref_type")));
        }
        if (!ref.startsWith("refs/tags/")) {
            return Optional.of(
                    "publishing is only allowed from \"refs/tags/*\" ref, this token has \"%s\" ref".formatted(ref));
        }
        var tag = publisher.field("tagPattern").replace("{{version}}", version);
        return unless(
                ref.equals("refs/tags/" + tag),
                ("publishing is configured to only be allowed from actions with specific ref pattern, this token has"
                                + " \"%s\" ref for which publishing is not allowed. Expected tag \"%s\". Check that the"
                                + " version in the tag matches the version in \"pubspec.yaml\"")
                        .formatted(ref, tag));
    }

    private Optional<String> environment() {
        var required = publisher.field("environment");
        return unless(
                required.isEmpty() || claim("environment").equals(required),
                ("publishing is configured to only be allowed from actions with an environment, this token originates"
                                + " from an action running in environment \"%s\" for which publishing is not allowed")
                        .formatted(claim("environment")));
    }

    private Optional<String> ids(ProviderRules rules) {
        var same = rules.pins().entrySet().stream()
                .filter(pin -> publisher.ids().containsKey(pin.getKey()))
                .allMatch(pin ->
                        claim(pin.getValue().claim()).equals(publisher.ids().get(pin.getKey())));
        return unless(same, OTHER_IDS);
    }

    private String claim(String name) {
        return known.claim(name).asText();
    }

    private static Optional<String> unless(boolean fits, String reason) {
        return fits ? Optional.empty() : Optional.of(reason);
    }
}
