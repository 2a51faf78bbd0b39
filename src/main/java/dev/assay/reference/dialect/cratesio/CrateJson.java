package dev.assay.reference.dialect.cratesio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Crates and versions as the interface shows them (crates/crates_io_api_types/src/lib.rs). */
record CrateJson(Releases releases, Numbers numbers, RegistryClock clock) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    Map<String, Object> crate(PackageEntry crate) {
        var files = releases.of(crate);
        var versions = files.stream().map(StoredFile::version).toList();
        var highest = Versions.highest(versions).orElse("0.0.0");
        var shown = Replies.members();
        shown.put("id", crate.name());
        shown.put("name", crate.name());
        shown.put("updated_at", Replies.time(lastChange(files)));
        shown.put(
                "created_at",
                Replies.time(files.isEmpty() ? clock.get() : files.get(0).uploadedAt()));
        shown.put("downloads", 0);
        shown.put("recent_downloads", 0);
        shown.put("num_versions", files.size());
        shown.put("default_version", Versions.highestStable(versions).orElse(highest));
        shown.put("max_version", highest);
        shown.put("max_stable_version", Versions.highestStable(versions).orElse(null));
        shown.put("newest_version", versions.isEmpty() ? highest : versions.get(versions.size() - 1));
        shown.put("yanked", false);
        shown.put("versions", null);
        shown.put("keywords", null);
        shown.put("categories", null);
        shown.put("badges", List.of());
        describe(shown, files.isEmpty() ? NullNode.getInstance() : manifest(files.get(files.size() - 1)));
        shown.put("links", links(crate.name()));
        shown.put("exact_match", false);
        shown.put("trustpub_only", crate.longLivedTokensRefused());
        return shown;
    }

    Map<String, Object> version(PackageEntry crate, StoredFile file) {
        var path = "/api/v1/crates/%s/%s".formatted(crate.name(), file.version());
        var manifest = manifest(file);
        var shown = Replies.members();
        shown.put("id", numbers.of("version " + crate.key() + " " + file.version()));
        shown.put("crate", crate.name());
        shown.put("num", file.version());
        shown.put("dl_path", path + "/download");
        shown.put("readme_path", path + "/readme");
        shown.put("updated_at", Replies.time(file.uploadedAt()));
        shown.put("created_at", Replies.time(file.uploadedAt()));
        shown.put("downloads", 0);
        shown.put("features", json(file, Releases.INDEX).path("features"));
        shown.put("yanked", false);
        shown.put("yank_message", null);
        shown.put("license", manifest.path("license"));
        shown.put("links", Map.of("dependencies", path + "/dependencies"));
        shown.put("crate_size", file.content().size());
        shown.put("published_by", publisher(file));
        shown.put("audit_actions", List.of());
        shown.put("checksum", file.content().digest("SHA-256"));
        shown.put("rust_version", manifest.path("rust-version"));
        shown.put("edition", manifest.path("edition"));
        describe(shown, manifest);
        shown.put("trustpub_data", json(file, Releases.TRUSTPUB_DATA));
        return shown;
    }

    private Instant lastChange(List<StoredFile> files) {
        return files.isEmpty() ? clock.get() : files.get(files.size() - 1).uploadedAt();
    }

    private static void describe(Map<String, Object> shown, JsonNode manifest) {
        for (var member : List.of("description", "homepage", "documentation", "repository")) {
            shown.put(member, manifest.path(member));
        }
    }

    private static Map<String, Object> links(String name) {
        var links = Replies.members();
        links.put("version_downloads", "/api/v1/crates/%s/downloads".formatted(name));
        links.put("versions", "/api/v1/crates/%s/versions".formatted(name));
        links.put("owners", "/api/v1/crates/%s/owners".formatted(name));
        links.put("owner_team", "/api/v1/crates/%s/owner_team".formatted(name));
        links.put("owner_user", "/api/v1/crates/%s/owner_user".formatted(name));
        links.put("reverse_dependencies", "/api/v1/crates/%s/reverse_dependencies".formatted(name));
        return links;
    }

    private @org.jspecify.annotations.Nullable Map<String, Object> publisher(StoredFile file) {
        var account = file.first(Releases.PUBLISHED_BY);
        if (account.isEmpty()) {
            return null;
        }
        var shown = Replies.members();
        shown.put("id", numbers.of("user " + account));
        shown.put("login", account);
        shown.put("name", account);
        shown.put("avatar", null);
        shown.put("url", "https://github.com/" + account);
        return shown;
    }

    private static JsonNode manifest(StoredFile file) {
        return json(file, Releases.MANIFEST);
    }

    private static JsonNode json(StoredFile file, String kept) {
        try {
            var text = file.first(kept);
            return text.isEmpty() ? NullNode.getInstance() : MAPPER.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
