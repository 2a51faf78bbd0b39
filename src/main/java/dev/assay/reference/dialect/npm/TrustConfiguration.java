package dev.assay.reference.dialect.npm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reference.core.PolicyEntry;
import dev.assay.reference.core.registry.Publisher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy on the wire: {@code type}, {@code permissions}, and {@code claims} under the names that the identity provider
 * gives them (npm/api-documentation trust.yaml).
 */
enum TrustConfiguration {
    GITHUB("github", "repository", "owner", "repository", "workflow_ref") {
        @Override
        int separator(String path) {
            return path.indexOf('/');
        }
    },
    GITLAB("gitlab", "project_path", "namespace", "project", "ci_config_ref_uri") {
        @Override
        int separator(String path) {
            return path.lastIndexOf('/');
        }
    };

    private static final List<String> PERMISSIONS =
            List.of(Permissions.PUBLISH, "createStagedPackage", Permissions.DIST_TAGS);
    private static final String ENVIRONMENT = "environment";

    private final String type;
    private final String path;
    private final String before;
    private final String after;
    private final String file;

    TrustConfiguration(String type, String path, String before, String after, String file) {
        this.type = type;
        this.path = path;
        this.before = before;
        this.after = after;
        this.file = file;
    }

    /** Where the claim that names the repository falls into two fields. */
    abstract int separator(String path);

    /** Reads a policy; empty if it is none. */
    static Optional<PolicyEntry> read(JsonNode json) {
        for (var configuration : values()) {
            if (configuration.type.equals(json.path("type").asText())) {
                return configuration.entry(json);
            }
        }
        return Optional.empty();
    }

    /** Writes a policy with its id. */
    static ObjectNode write(Publisher publisher) {
        for (var configuration : values()) {
            if (configuration.type.equals(publisher.provider())) {
                return configuration.json(publisher);
            }
        }
        throw new IllegalStateException("a policy of unknown type " + publisher.provider());
    }

    private Optional<PolicyEntry> entry(JsonNode json) {
        var fields = new HashMap<String, String>();
        var isReadable = readPermissions(json.path("permissions"), fields);
        for (var claim : json.path("claims").properties()) {
            isReadable &= readClaim(claim.getKey(), claim.getValue(), fields);
        }
        return isReadable && fields.containsKey(before) ? Optional.of(new PolicyEntry(type, fields)) : Optional.empty();
    }

    private static boolean readPermissions(JsonNode permissions, Map<String, String> fields) {
        var known = new ArrayList<String>();
        permissions.forEach(permission -> known.add(permission.asText()));
        fields.put(Permissions.FIELD, String.join(",", known));
        return !known.isEmpty() && PERMISSIONS.containsAll(known);
    }

    private boolean readClaim(String name, JsonNode value, Map<String, String> fields) {
        if (name.equals(path) && value.isTextual() && separator(value.textValue()) > 0) {
            var text = value.textValue();
            fields.put(before, text.substring(0, separator(text)));
            fields.put(after, text.substring(separator(text) + 1));
            return true;
        }
        if (name.equals(file) && value.path("file").isTextual()) {
            var text = value.path("file").textValue();
            fields.put("workflow", text);
            return !text.isEmpty();
        }
        fields.put(ENVIRONMENT, value.asText());
        return name.equals(ENVIRONMENT) && value.isTextual();
    }

    private ObjectNode json(Publisher publisher) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", publisher.id().toString());
        json.put("type", type);
        var claims = json.putObject("claims");
        claims.put(path, publisher.field(before) + "/" + publisher.field(after));
        if (!publisher.field("workflow").isEmpty()) {
            claims.putObject(file).put("file", publisher.field("workflow"));
        }
        if (!publisher.field(ENVIRONMENT).isEmpty()) {
            claims.put(ENVIRONMENT, publisher.field(ENVIRONMENT));
        }
        var permissions = json.putArray("permissions");
        Permissions.of(publisher).forEach(permissions::add);
        return json;
    }
}
