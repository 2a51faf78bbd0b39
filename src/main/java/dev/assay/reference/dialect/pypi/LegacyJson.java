package dev.assay.reference.dialect.pypi;

import dev.assay.reference.core.registry.StoredFile;
import dev.assay.reference.dialect.pypi.Shelf.Project;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /pypi/{name}/json} and {@code GET /pypi/{name}/{version}/json} (pypi/warehouse legacy/api/json.py). */
record LegacyJson(Shelf shelf, URI baseUri) {

    Answer ofPackage(Request request) {
        var name = request.pathParameter("name");
        return shelf.find(name)
                .filter(project -> !project.files().isEmpty())
                .map(project -> name.equals(project.normalized())
                        ? release(
                                project,
                                project.versions().get(project.versions().size() - 1))
                        : Answer.redirect(301, baseUri + "/pypi/%s/json".formatted(project.normalized())))
                .orElseGet(LegacyJson::notFound);
    }

    Answer ofVersion(Request request) {
        var name = request.pathParameter("name");
        var version = request.pathParameter("version");
        return shelf.find(name)
                .filter(project -> !project.filesOf(version).isEmpty())
                .map(project -> name.equals(project.normalized())
                        ? release(project, version)
                        : Answer.redirect(301, baseUri + "/pypi/%s/%s/json".formatted(project.normalized(), version)))
                .orElseGet(LegacyJson::notFound);
    }

    private Answer release(Project project, String version) {
        var files = project.filesOf(version);
        var body = new HashMap<String, Object>();
        body.put("info", info(project, files.get(files.size() - 1)));
        body.put("urls", files.stream().map(this::url).toList());
        body.put("last_serial", project.files().size());
        body.put("vulnerabilities", List.of());
        body.put(
                "ownership",
                Map.of(
                        "roles",
                        project.owners().stream()
                                .map(owner -> Map.of("role", "Owner", "user", owner))
                                .toList()));
        var answer = Answer.json(200, body)
                .with("X-PyPI-Last-Serial", String.valueOf(project.files().size()));
        return new Answer(
                200, answer.phrase(), answer.headers(), answer.body().copy().appendString("\n"));
    }

    private static Map<String, Object> info(Project project, StoredFile file) {
        var info = new HashMap<String, Object>();
        info.put("name", project.name());
        info.put("version", file.version());
        info.put("summary", file.first("summary"));
        info.put("home_page", file.first("home_page"));
        info.put("author", file.first("author"));
        info.put("requires_python", file.first("requires_python"));
        info.put("classifiers", file.metadata().getOrDefault("classifiers", List.of()));
        info.put("project_urls", projectUrls(file));
        info.put("yanked", false);
        return info;
    }

    private static Map<String, String> projectUrls(StoredFile file) {
        var urls = new HashMap<String, String>();
        for (var entry : file.metadata().getOrDefault("project_urls", List.of())) {
            var comma = entry.indexOf(',');
            if (comma > 0) {
                urls.put(
                        entry.substring(0, comma).strip(),
                        entry.substring(comma + 1).strip());
            }
        }
        return urls;
    }

    private Map<String, Object> url(StoredFile file) {
        var url = new HashMap<String, Object>();
        url.put("filename", file.name());
        url.put("packagetype", file.first("filetype"));
        url.put("size", file.content().size());
        url.put(
                "upload_time_iso_8601",
                file.uploadedAt().truncatedTo(ChronoUnit.MICROS).toString());
        url.put("url", baseUri + Shelf.path(file));
        url.put("yanked", false);
        url.put(
                "digests",
                Map.of(
                        "sha256",
                        file.content().digest("SHA-256"),
                        "md5",
                        file.content().digest("MD5"),
                        "blake2b_256",
                        Digests.blake2b256(file.content())));
        return url;
    }

    private static Answer notFound() {
        return Answer.of(404, "application/json", "{\"message\": \"Not Found\"}");
    }
}
