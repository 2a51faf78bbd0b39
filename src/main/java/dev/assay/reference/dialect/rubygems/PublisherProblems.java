package dev.assay.reference.dialect.rubygems;

import static java.util.Objects.requireNonNull;

import dev.assay.reference.behaviour.FieldRule;
import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.core.ConfigurationRefused.Kind;
import dev.assay.reference.wire.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a trusted publisher, in the words of rubygems/rubygems.org app/models/oidc/trusted_publisher.
 *
 * @param rules what each field takes
 */
record PublisherProblems(Map<String, FieldRule> rules) {

    private static final List<String> BLANK = List.of("can't be blank");
    private static final Map<String, String> WIRE_NAMES = Map.of(
            "invalid-owner", "repository_owner_id",
            "invalid-repository", "repository_name",
            "invalid-workflow", "workflow_filename",
            "invalid-environment", "environment");

    /** By field; nothing if there is none. */
    Map<String, List<String>> of(Map<String, String> fields) {
        var problems = new LinkedHashMap<String, List<String>>();
        require(fields, "owner", "repository_owner", problems);
        require(fields, "repository", "repository_name", problems);
        require(fields, "workflow", "workflow_filename", problems);
        var owner = fields.containsKey("workflowRepositoryOwner");
        var name = fields.containsKey("workflowRepositoryName");
        if (owner != name) {
            problems.put("trusted_publisher.workflow_repository_" + (owner ? "name" : "owner"), BLANK);
        }
        if (owner && name && isSame(fields, "owner", "Owner") && isSame(fields, "repository", "Name")) {
            problems.put(
                    "trusted_publisher.base",
                    List.of("workflow_repository must be different from the repository, leave blank for same-repository"
                            + " workflows"));
        }
        return problems;
    }

    static Answer answer(ConfigurationRefused refused) {
        if (refused.kind() == Kind.CONFLICT) {
            return answer(Map.of("rubygem", List.of("has already been taken")));
        }
        var field = WIRE_NAMES.getOrDefault(refused.code(), "base");
        return answer(Map.of("trusted_publisher." + field, texts(refused)));
    }

    static Answer answer(Map<String, List<String>> problems) {
        var members = new LinkedHashMap<String, Object>();
        members.put("errors", problems);
        members.put("status", "unprocessable_content");
        return Rails.json(422, members);
    }

    private static List<String> texts(ConfigurationRefused refused) {
        return switch (refused.code()) {
            case "invalid-owner" -> BLANK;
            case "invalid-workflow" -> workflow(String.valueOf(refused.getMessage()));
            default -> List.of("is invalid");
        };
    }

    /** The message quotes the file name. */
    private static List<String> workflow(String message) {
        return message.contains("/")
                ? List.of("must be a filename only, without directories")
                : List.of("must end with .yml or .yaml");
    }

    private void require(
            Map<String, String> fields, String field, String wireName, Map<String, List<String>> problems) {
        if (!fields.containsKey(field) && requireNonNull(rules.get(field)).required()) {
            problems.put("trusted_publisher." + wireName, BLANK);
        }
    }

    private static boolean isSame(Map<String, String> fields, String field, String part) {
        return fields.getOrDefault(field, "").equals(fields.get("workflowRepository" + part));
    }
}
