package dev.assay.reference.dialect.cratesio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two kinds of policies, and what their fields are called here and in a behaviour. */
enum ConfigKind {
    GITHUB(
            "github",
            "GitHub",
            "repository_owner_id",
            "ownerId",
            fields("repository_owner", "owner", "repository_name", "repository", "workflow_filename", "workflow")),
    GITLAB(
            "gitlab",
            "GitLab",
            "namespace_id",
            "namespaceId",
            fields("namespace", "namespace", "project", "project", "workflow_filepath", "workflow"));

    private final String provider;
    private final String title;
    private final String idMember;
    private final String pin;
    private final Map<String, String> fields;

    ConfigKind(String provider, String title, String idMember, String pin, Map<String, String> fields) {
        this.provider = provider;
        this.title = title;
        this.idMember = idMember;
        this.pin = pin;
        this.fields = fields;
    }

    /** What a behaviour calls the identity provider. */
    String provider() {
        return provider;
    }

    String title() {
        return title;
    }

    /** The member of requests and answers. */
    String member() {
        return provider + "_config";
    }

    /** The last segment of the collection's path, and the member of a list. */
    String collection() {
        return provider + "_configs";
    }

    /** Where the owner's immutable id stands in an answer. */
    String idMember() {
        return idMember;
    }

    /** What a behaviour calls that id. */
    String pin() {
        return pin;
    }

    /** The names of required members, in order. */
    List<String> members() {
        return List.copyOf(fields.keySet());
    }

    /** What a behaviour calls a member. */
    String field(String member) {
        return fields.getOrDefault(member, member);
    }

    private static Map<String, String> fields(String... membersAndFields) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < membersAndFields.length; i += 2) {
            fields.put(membersAndFields[i], membersAndFields[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(fields);
    }
}
