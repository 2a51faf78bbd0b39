package dev.assay.identity.server;

import dev.assay.identity.workload.Owner;
import dev.assay.identity.workload.Repository;
import dev.assay.identity.workload.Visibility;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What GitHub's REST API says about owners and repositories (https://docs.github.com/en/rest). */
final class GitHubJson {

    private GitHubJson() {}

    static JsonObject owner(Owner owner) {
        return new JsonObject()
                .put("login", owner.login())
                .put("id", owner.id())
                .put("node_id", nodeId("U_kgDO", owner.id()))
                .put("type", "User")
                .put("site_admin", false);
    }

    static JsonObject repository(Repository repository) {
        return new JsonObject()
                .put("id", repository.id())
                .put("node_id", nodeId("R_kgDO", repository.id()))
                .put("name", repository.name())
                .put("full_name", repository.fullName())
                .put("private", repository.visibility() != Visibility.PUBLIC)
                .put("owner", owner(repository.owner()))
                .put("visibility", repository.visibility().toString())
                .put("default_branch", "main");
    }

    static JsonObject notFound() {
        return new JsonObject()
                .put("message", "Not Found")
                .put("documentation_url", "https://docs.github.com/rest")
                .put("status", "404");
    }

    /** Something went wrong. */
    static JsonObject trouble(String message) {
        return new JsonObject().put("message", message).put("documentation_url", "https://docs.github.com/rest");
    }

    static JsonObject moved(String location) {
        return new JsonObject()
                .put("message", "Moved Permanently")
                .put("url", location)
                .put(
                        "documentation_url",
                        "https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects");
    }

    private static String nodeId(String prefix, long id) {
        var digits = Long.toString(id, 36).getBytes(StandardCharsets.US_ASCII);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(digits);
    }
}
