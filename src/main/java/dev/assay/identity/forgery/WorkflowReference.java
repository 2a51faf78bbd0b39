package dev.assay.identity.forgery;

import java.util.regex.Pattern;

/** What GitHub's {@code workflow_ref} consists of. */
record WorkflowReference(String repository, String file, String ref) {

    private static final Pattern PARTS = Pattern.compile("([^/]+/[^/]+)/\\.github/workflows/([^@]+)@(.*)");

    static WorkflowReference of(String claim) {
        var parts = PARTS.matcher(claim);
        if (!parts.matches()) {
            throw new InapplicableForgery("'" + claim + "' does not name a workflow file and a ref");
        }
        return new WorkflowReference(parts.group(1), parts.group(2), parts.group(3));
    }

    String part(String name) {
        return switch (name) {
            case "repository" -> repository;
            case "file" -> file;
            case "ref" -> ref;
            default -> throw new IllegalArgumentException("A workflow reference has no part '" + name + "'");
        };
    }
}
