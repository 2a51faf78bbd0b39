package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.behaviour.PublishingRules.SourceRepository;
import dev.assay.reference.dialect.rubygems.Shelf.Version;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;

/**
 * The web page of a version, as far as it tells who pushed it: the only place where that can be read (rubygems/rubygems.org
 * app/views/rubygems/_aside.html.erb).
 */
record GemPage(Shelf shelf, SourceRepository shown) {

    Answer ofVersion(Request request) {
        return shelf.version(request.pathParameter("gem") + "-" + request.pathParameter("number"))
                .map(version -> Rails.html(200, page(version)))
                .orElseGet(() -> Rails.notFound(request));
    }

    private String page(Version version) {
        var pusher = pusher(version);
        return """
                <!DOCTYPE html>
                <html lang="en"><body>
                <h1>%s <i>%s</i></h1>
                %s</body></html>
                """.formatted(
                        escaped(version.specification().name()),
                        escaped(version.specification().number()),
                        pusher.isEmpty() ? "" : pushedBy(pusher));
    }

    private String pusher(Version version) {
        return switch (shown) {
            case NOT_SHOWN -> "";
            case VERIFIED_APART -> version.file().first(PushEndpoint.PUSHED_BY);
            case CLAIMED_AS_VERIFIED -> version.specification().text("homepage");
        };
    }

    private static String pushedBy(String pusher) {
        return "<h3>Pushed by:</h3><div><img alt=\"GitHub\" title=\"%s\"></div>\n".formatted(escaped(pusher));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
