package dev.assay.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A name that leads to the newest of several directories: a symbolic link, or a directory with a page that forwards. */
record LatestLink(Path parent, String name) {

    /** Leads to another directory of the same parent from now on, without a moment of leading nowhere. */
    void pointTo(String directory) throws IOException {
        var link = parent.resolve(name);
        if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
            forward(link, directory);
            return;
        }
        var fresh = parent.resolve("." + name + "-" + UUID.randomUUID());
        try {
            Files.createSymbolicLink(fresh, Path.of(directory));
        } catch (UnsupportedOperationException | IOException e) {
            forward(link, directory);
            return;
        }
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** For file systems without symbolic links, and for users who may not make them. */
    static void forward(Path link, String directory) throws IOException {
        Files.createDirectories(link);
        var address = "../" + directory + "/" + HtmlReport.NAME;
        var page = """
                <!doctype html>
                <meta charset="utf-8">
                <meta http-equiv="refresh" content="0; url=%1$s">
                <title>The latest report</title>
                <a href="%1$s">The latest report</a>
                """.formatted(address);
        Files.write(link.resolve(HtmlReport.NAME), page.getBytes(UTF_8));
    }
}
