package dev.assay.reference.dialect.pubdev;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.reference.core.PolicyEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What is entered about publishing from GitHub Actions (dart-lang/pub-dev pkg/_pub_shared/lib/data/package_api.dart).
 *
 * @param isEnabled whether anything may be published from there
 * @param repository owner and name
 * @param tagPattern a tag's name with {@code {{version}}} in it
 * @param requireEnvironment whether the environment counts
 * @param environment that the job has to run in
 * @param isPushEventEnabled whether a push may start the run
 * @param isWorkflowDispatchEventEnabled whether somebody may start it by hand
 */
record GitHubSection(
        boolean isEnabled,
        String repository,
        String tagPattern,
        boolean requireEnvironment,
        String environment,
        boolean isPushEventEnabled,
        boolean isWorkflowDispatchEventEnabled) {

    private static final String VERSION = "{{version}}";
    private static final Pattern NAME = Pattern.compile("[a-z0-9\\-._]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("[a-z0-9\\-._/]*", Pattern.CASE_INSENSITIVE);

    /** Reads the section. */
    static GitHubSection read(JsonNode section) {
        return new GitHubSection(
                section.path("isEnabled").asBoolean(false),
                text(section, "repository"),
                text(section, "tagPattern"),
                section.path("requireEnvironment").asBoolean(false),
                text(section, "environment"),
                section.path("isPushEventEnabled").asBoolean(true),
                section.path("isWorkflowDispatchEventEnabled").asBoolean(false));
    }

    /**
     * Refuses what can never work.
     *
     * @param repositoryName whether a text may be the name of a repository
     */
    void validate(Predicate<String> repositoryName) throws ApiProblem {
        require(
                !isEnabled || isPushEventEnabled || isWorkflowDispatchEventEnabled,
                "At least one of the events (`push` or `workflow_dispatch`) must be enabled.");
        validateTagPattern();
        validateRepository(repositoryName);
        require(
                !requireEnvironment || !environment.isEmpty(),
                "The `environment` field must not be empty when enabled.");
        require(
                environment.isEmpty() || NAME.matcher(environment).matches(),
                "The `environment` field has invalid characters.");
    }

    private void validateTagPattern() throws ApiProblem {
        if (tagPattern.isEmpty() && !isEnabled) {
            return;
        }
        var rest = tagPattern.split(Pattern.quote(VERSION), -1);
        require(rest.length == 2, "The `tagPattern` field must contain a single `{{version}}` part.");
        require(TAG.matcher(rest[0] + rest[1]).matches(), "The `tagPattern` field has invalid characters.");
    }

    private void validateRepository(Predicate<String> repositoryName) throws ApiProblem {
        require(!isEnabled || !repository.isEmpty(), "The `repository` field must not be empty when enabled.");
        if (repository.isEmpty()) {
            return;
        }
        var parts = repository.split("/", 2);
        require(
                parts.length == 2 && (!parts[1].contains("/") || repositoryName.test(parts[1])),
                "The `repository` field must follow the `<owner>/<repository>` pattern.");
        require(
                NAME.matcher(parts[0]).matches()
                        && NAME.matcher(parts[1].replace("/", "")).matches(),
                "The `repository` field has invalid characters.");
    }

    /** Whether an upload's ids that one of them has learned still count for the other. */
    boolean isAbout(GitHubSection other) {
        return isEnabled == other.isEnabled && repository.equals(other.repository);
    }

    /** A copy that is switched off. */
    GitHubSection disabled() {
        return new GitHubSection(
                false,
                repository,
                tagPattern,
                requireEnvironment,
                environment,
                isPushEventEnabled,
                isWorkflowDispatchEventEnabled);
    }

    /** The policy that this is. */
    PolicyEntry policy() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("owner", repository.substring(0, repository.indexOf('/')));
        fields.put("repository", repository.substring(repository.indexOf('/') + 1));
        fields.put("tagPattern", tagPattern);
        fields.put("events", events());
        if (requireEnvironment) {
            fields.put("environment", environment);
        }
        return new PolicyEntry("github", fields);
    }

    private String events() {
        var events = new ArrayList<String>();
        if (isPushEventEnabled) {
            events.add("push");
        }
        if (isWorkflowDispatchEventEnabled) {
            events.add("workflow_dispatch");
        }
        return String.join(" ", events);
    }

    /** As it is answered. */
    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("isEnabled", isEnabled);
        putText(members, "repository", repository);
        putText(members, "tagPattern", tagPattern);
        members.put("requireEnvironment", requireEnvironment);
        putText(members, "environment", environment);
        members.put("isPushEventEnabled", isPushEventEnabled);
        members.put("isWorkflowDispatchEventEnabled", isWorkflowDispatchEventEnabled);
        return members;
    }

    private static void putText(Map<String, Object> members, String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, value);
        }
    }

    private static String text(JsonNode section, String name) {
        return section.path(name).asText("").strip();
    }

    private static void require(boolean fits, String message) throws ApiProblem {
        if (!fits) {
            throw ApiProblem.invalidInput(message);
        }
    }
}
