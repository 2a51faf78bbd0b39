package dev.assay.reference.dialect.pubdev;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a package may be published.
 *
 * @param github from GitHub Actions
 * @param google with a service account
 * @param manual by people
 */
record PublishingConfig(Optional<GitHubSection> github, Optional<GoogleSection> google, Optional<Boolean> manual) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static PublishingConfig empty() {
        return new PublishingConfig(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * What a request says; sections that it does not mention are absent.
     *
     * @param repositoryName whether a text may be the name of a repository
     */
    static PublishingConfig read(String body, Predicate<String> repositoryName) throws ApiProblem {
        var config = empty();
        try {
            var members = JSON.readTree(body);
            config = new PublishingConfig(
                    section(members, "github", GitHubSection::read),
                    section(members, "gcp", GoogleSection::read),
                    section(
                            members,
                            "manual",
                            manual -> manual.path("isEnabled").asBoolean(true)));
        } catch (JsonProcessingException notJson) {
            throw ApiProblem.invalidInput("Malformed JSON body.");
        }
        if (config.github().isPresent()) {
            config.github().get().validate(repositoryName);
        }
        if (config.google().isPresent()) {
            config.google().get().validate();
        }
        return config;
    }

    /** This with what another one mentions. */
    PublishingConfig with(PublishingConfig other) {
        return new PublishingConfig(
                other.github().or(this::github),
                other.google().or(this::google),
                other.manual().or(this::manual));
    }

    PublishingConfig withGitHub(GitHubSection section) {
        return new PublishingConfig(Optional.of(section), google, manual);
    }

    /** As it is answered. */
    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        github.ifPresent(section -> members.put("github", section.members()));
        google.ifPresent(section -> members.put("gcp", section.members()));
        manual.ifPresent(isEnabled -> members.put("manual", Map.of("isEnabled", isEnabled)));
        return members;
    }

    private static <T> Optional<T> section(JsonNode members, String name, Function<JsonNode, T> read) {
        var section = members.path(name);
        return section.isObject() ? Optional.of(read.apply(section)) : Optional.empty();
    }
}
