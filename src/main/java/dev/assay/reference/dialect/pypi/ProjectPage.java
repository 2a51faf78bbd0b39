package dev.assay.reference.dialect.pypi;

import dev.assay.reference.behaviour.PublishingRules.SourceRepository;
import dev.assay.reference.core.registry.StoredFile;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * The web page of a project, as far as it tells verified links from claimed ones (pypi/warehouse
 * warehouse/templates/packaging/detail.html, verify_url in warehouse/oidc/models/github.py).
 */
record ProjectPage(Shelf shelf, SourceRepository shown) implements Endpoint {

    @Override
    public Answer answer(Request request) {
        return shelf.find(request.pathParameter("name"))
                .filter(project -> !project.files().isEmpty())
                .map(project -> project.files().get(project.files().size() - 1))
                .map(file -> Answer.of(200, "text/html; charset=UTF-8", page(file)))
                .orElseGet(() -> Answer.of(404, "text/html; charset=UTF-8", "<h1>404 Not Found</h1>"));
    }

    private String page(StoredFile file) {
        var verified = new ArrayList<String>();
        var unverified = new ArrayList<String>();
        for (var url : urls(file)) {
            (isVerified(file, url) ? verified : unverified).add(url);
        }
        return """
                <!DOCTYPE html>
                <html><body>
                <h6>Verified details</h6>
                <ul class="verified">%s</ul>
                <h6>Unverified details</h6>
                <ul class="unverified">%s</ul>
                </body></html>
                """.formatted(items(verified), items(unverified));
    }

    private boolean isVerified(StoredFile file, String url) {
        return switch (shown) {
            case NOT_SHOWN -> false;
            case CLAIMED_AS_VERIFIED -> true;
            case VERIFIED_APART ->
                file.source()
                        .map(source -> isBelow("https://github.com/" + source, url))
                        .orElse(false);
        };
    }

    private static boolean isBelow(String repository, String url) {
        return url.equals(repository) || url.equals(repository + ".git") || url.startsWith(repository + "/");
    }

    private static List<String> urls(StoredFile file) {
        var urls = new ArrayList<String>();
        file.metadata().getOrDefault("project_urls", List.of()).stream()
                .map(entry -> entry.substring(entry.indexOf(',') + 1).strip())
                .forEach(urls::add);
        urls.add(file.first("home_page"));
        urls.add(file.first("download_url"));
        urls.removeIf(String::isEmpty);
        return urls;
    }

    private static String items(List<String> urls) {
        var items = new StringBuilder();
        urls.forEach(url -> items.append("<li><a href=\"%1$s\">%1$s</a></li>".formatted(UploadAnswers.escaped(url))));
        return items.toString();
    }
}
