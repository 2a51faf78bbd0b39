package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.behaviour.FieldRule;
import java.util.Map;
import java.util.regex.Pattern;

/** What may be entered, and what is said of the rest (crates/crates_io_trustpub/src/{github,gitlab}/validation.rs). */
final class FieldTexts {

    private static final int MAXIMUM_LENGTH = 255;

    private static final Map<String, String> TITLES = Map.of(
            "repository_owner", "GitHub repository owner name",
            "repository_name", "GitHub repository name",
            "workflow_filename", "Workflow filename",
            "namespace", "GitLab namespace",
            "project", "GitLab project name",
            "workflow_filepath", "Workflow filepath");

    private static final Map<String, Pattern> FORMS = Map.of(
            "repository_owner", Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]*"),
            "repository_name", Pattern.compile("[a-zA-Z0-9-_.]+"),
            "namespace", Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9_.\\-/]*[a-zA-Z0-9])?"),
            "project", Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9_.\\-]*[a-zA-Z0-9])?"));

    private static final Pattern FORBIDDEN_BY_GITHUB = Pattern.compile("[\\x00-\\x1F\\x7F'\"`,;\\\\]");
    private static final Pattern ALLOWED_BY_GITLAB = Pattern.compile("[a-zA-Z0-9 \\-_/${}]+");

    private FieldTexts() {}

    /**
     * Finds words for what a member's rule does not accept; what is too long or reserved is refused whatever the rule says.
     */
    static void check(String member, String value, FieldRule rule) throws Rejected {
        var title = TITLES.getOrDefault(member, member);
        refuseIf(isTooLong(value), title + " is too long (maximum is 255 characters)");
        refuseIf(isReserved(member, value), title + " cannot end with .atom or .git");
        if (value.isEmpty() ? !rule.required() : rule.accepts(value)) {
            return;
        }
        refuseIf(value.isEmpty(), title + " may not be empty");
        switch (member) {
            case "workflow_filename" -> {
                refuseUnlessYaml(title, value);
                refuseIf(value.contains("/"), title + " must be a filename only, without directories");
            }
            case "workflow_filepath" -> {
                refuseIf(value.startsWith("/"), title + " cannot start with /");
                refuseIf(value.endsWith("/"), title + " cannot end with /");
                refuseUnlessYaml(title, value);
            }
            default -> refuseUnlessFormed(member, title, value);
        }
    }

    static void checkEnvironment(ConfigKind kind, String value) throws Rejected {
        refuseIf(value.isEmpty(), "Environment name may not be empty (use `null` to omit)");
        refuseIf(isTooLong(value), "Environment name is too long (maximum is 255 characters)");
        if (kind == ConfigKind.GITLAB) {
            refuseIf(!ALLOWED_BY_GITLAB.matcher(value).matches(), "Environment name contains invalid characters");
            return;
        }
        refuseIf(value.startsWith(" "), "Environment name may not start with whitespace");
        refuseIf(value.endsWith(" "), "Environment name may not end with whitespace");
        refuseIf(
                FORBIDDEN_BY_GITHUB.matcher(value).find(),
                "Environment name must not contain non-printable characters or the characters"
                        + " \"'\", \"\"\", \"`\", \",\", \";\", \"\\\"");
    }

    private static void refuseUnlessYaml(String title, String value) throws Rejected {
        refuseIf(!value.endsWith(".yml") && !value.endsWith(".yaml"), title + " must end with `.yml` or `.yaml`");
    }

    private static void refuseUnlessFormed(String member, String title, String value) throws Rejected {
        var form = FORMS.get(member);
        refuseIf(form != null && !form.matcher(value).matches(), "Invalid " + title);
    }

    private static boolean isReserved(String member, String value) {
        return (member.equals("namespace") || member.equals("project"))
                && (value.endsWith(".atom") || value.endsWith(".git"));
    }

    private static boolean isTooLong(String value) {
        return value.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAXIMUM_LENGTH;
    }

    private static void refuseIf(boolean wrong, String detail) throws Rejected {
        if (wrong) {
            throw new Rejected(400, detail);
        }
    }
}
