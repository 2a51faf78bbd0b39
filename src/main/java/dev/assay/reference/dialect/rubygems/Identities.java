package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.core.registry.Publisher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Workload identities as the wire shows them. */
final class Identities {

    static final String TYPE = "OIDC::TrustedPublisher::GitHubAction";

    private Identities() {}

    static String name(Publisher publisher) {
        var environment = publisher.field("environment");
        return "GitHub Actions %s/%s @ .github/workflows/%s%s"
                .formatted(
                        publisher.field("owner"),
                        publisher.field("repository"),
                        publisher.field("workflow"),
                        environment.isEmpty() ? "" : " (" + environment + ")");
    }

    /** The record of a link, with its members in the order of the real one. */
    static Map<String, Object> shown(int id, Publisher publisher) {
        var identity = new LinkedHashMap<String, @Nullable Object>();
        identity.put("name", name(publisher));
        identity.put("repository_owner", publisher.field("owner"));
        identity.put("repository_name", publisher.field("repository"));
        identity.put("repository_owner_id", publisher.ids().get("ownerId"));
        identity.put("workflow_filename", publisher.field("workflow"));
        identity.put("environment", orNull(publisher.field("environment")));
        identity.put("workflow_repository_owner", orNull(publisher.field("workflowRepositoryOwner")));
        identity.put("workflow_repository_name", orNull(publisher.field("workflowRepositoryName")));
        var record = new LinkedHashMap<String, Object>();
        record.put("id", id);
        record.put("trusted_publisher_type", TYPE);
        record.put("trusted_publisher", identity);
        return record;
    }

    private static @Nullable String orNull(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty()).orElse(null);
    }
}
