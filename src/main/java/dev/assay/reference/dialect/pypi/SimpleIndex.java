package dev.assay.reference.dialect.pypi;

import dev.assay.reference.core.registry.StoredFile;
import dev.assay.reference.dialect.pypi.Shelf.Project;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The simple repository interface (PEP 503, PEP 691), in HTML unless JSON is asked for. */
record SimpleIndex(Shelf shelf, URI baseUri) {

    private static final String JSON = "application/vnd.pypi.simple.v1+json";
    private static final String HTML = "text/html";

    static Answer withSlash(Request request) {
        return Answer.redirect(301, request.uri() + "/");
    }

    Answer list(Request request) {
        var projects = shelf.projects();
        if (wantsJson(request)) {
            var names = projects.stream()
                    .map(project -> Map.of("name", project.name()))
                    .toList();
            return json(Map.of("meta", meta(), "projects", names));
        }
        return html(projects.stream()
                .map(project -> "<a href=\"/simple/%s/\">%s</a><br />".formatted(project.normalized(), project.name()))
                .collect(Collectors.joining("\n")));
    }

    Answer ofPackage(Request request) {
        var name = request.pathParameter("name");
        return shelf.find(name)
                .map(project -> name.equals(project.normalized())
                        ? project(request, project)
                        : Answer.redirect(301, baseUri + "/simple/%s/".formatted(project.normalized())))
                .orElseGet(() -> Answer.of(404, "text/plain; charset=UTF-8", "404 Not Found"));
    }

    private Answer project(Request request, Project project) {
        if (!wantsJson(request)) {
            return html(project.files().stream().map(this::link).collect(Collectors.joining("\n")));
        }
        return json(Map.of(
                "meta",
                meta(),
                "name",
                project.normalized(),
                "versions",
                project.versions(),
                "files",
                project.files().stream().map(this::file).toList(),
                "project-status",
                Map.of("status", "active"),
                "alternate-locations",
                List.of()));
    }

    private Map<String, Object> file(StoredFile stored) {
        var file = new HashMap<String, Object>();
        file.put("filename", stored.name());
        file.put("url", baseUri + Shelf.path(stored));
        file.put("hashes", Map.of("sha256", stored.content().digest("SHA-256")));
        file.put("size", stored.content().size());
        file.put("upload-time", stored.uploadedAt().toString());
        file.put("yanked", false);
        file.put("provenance", null);
        if (!stored.first("requires_python").isEmpty()) {
            file.put("requires-python", stored.first("requires_python"));
        }
        return file;
    }

    private String link(StoredFile stored) {
        var python = stored.first("requires_python");
        return "<a href=\"%s#sha256=%s\"%s>%s</a><br />"
                .formatted(
                        baseUri + Shelf.path(stored),
                        stored.content().digest("SHA-256"),
                        python.isEmpty() ? "" : " data-requires-python=\"%s\"".formatted(UploadAnswers.escaped(python)),
                        UploadAnswers.escaped(stored.name()));
    }

    private static Map<String, Object> meta() {
        return Map.of("_last-serial", 0, "api-version", "1.4");
    }

    private static boolean wantsJson(Request request) {
        var accept = request.header("Accept");
        var json = accept.indexOf(JSON);
        var html = accept.indexOf(HTML);
        return json >= 0 && (html < 0 || json < html);
    }

    private static Answer json(Map<String, Object> body) {
        return Answer.json(200, body).with("Content-Type", JSON);
    }

    private static Answer html(String links) {
        return Answer.of(200, "text/html; charset=UTF-8", """
                <!DOCTYPE html>
                <html>
                  <head><meta name="pypi:repository-version" content="1.4"><title>Links</title></head>
                  <body>
                %s
                  </body>
                </html>
                """.formatted(links));
    }
}
