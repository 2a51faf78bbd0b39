package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.core.registry.FileContent;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.StoredFile;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sparse index below {@code /index/} (rust-lang/cargo doc/book/src/reference/registry-index.md). In production it is
 * another host and lags behind; here a version shows at once.
 */
record SparseIndex(Releases releases, URI baseUri) {

    Answer configuration(Request request) {
        var configuration = Replies.members();
        configuration.put("dl", baseUri + "/api/v1/crates");
        configuration.put("api", baseUri.toString());
        return Replies.ok(configuration);
    }

    Answer crate(Request request) throws Rejected {
        var path = request.pathParameter("path");
        var spelled = path.substring(path.lastIndexOf('/') + 1);
        var crate = Optional.of(releases.crate(spelled))
                .filter(known -> path.equals(path(known.name())))
                .orElseThrow(Rejected::notFound);
        var files = releases.of(crate);
        if (files.isEmpty()) {
            throw Rejected.notFound();
        }
        return lines(request, crate, files);
    }

    private static Answer lines(Request request, PackageEntry crate, List<StoredFile> files) {
        var text = files.stream().map(file -> file.first(Releases.INDEX) + "\n").collect(Collectors.joining());
        var tag = "\"" + new FileContent(text.getBytes(StandardCharsets.UTF_8)).digest("MD5") + "\"";
        var changed = files.get(files.size() - 1).uploadedAt().atOffset(ZoneOffset.UTC);
        var answer =
                request.header("If-None-Match").equals(tag) ? Answer.empty(304) : Answer.of(200, "text/plain", text);
        return answer.with("ETag", tag).with("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(changed));
    }

    /** Where the index has a crate. */
    static String path(String crate) {
        var name = crate.toLowerCase(Locale.ROOT);
        return switch (name.length()) {
            case 1 -> "1/" + name;
            case 2 -> "2/" + name;
            case 3 -> "3/%s/%s".formatted(name.substring(0, 1), name);
            default -> "%s/%s/%s".formatted(name.substring(0, 2), name.substring(2, 4), name);
        };
    }
}
