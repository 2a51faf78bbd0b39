package dev.assay.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.result.Result;
import io.quarkus.qute.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The report of a run as one HTML page that needs nothing else: no network, no second file, and JavaScript only for
 * filtering. Everything that came over the wire is escaped, and the page's Content-Security-Policy admits no script but
 * its own.
 *
 * <p>Each requirement and each scenario has an address within the page: its id, as in {@code index.html#JWT-6}. Several
 * runs are compared by {@link MatrixPage}, each with a page of its own.
 */
public final class HtmlReport {
    /** The page's name within a run's directory. */
    public static final String NAME = "index.html";

    private final Template template;

    /** Reads the templates. */
    public HtmlReport() {
        this.template = PageTemplates.get("page");
    }

    /** The page's text, of a result with one run. */
    public String render(Result result) {
        return template.data("page", PageView.of(result)).render();
    }

    /**
     * Writes the page of a result with one run, replacing what is there.
     *
     * @throws ReportException if the file cannot be written
     */
    public void write(Result result, Path file) {
        try {
            Files.write(file, render(result).getBytes(UTF_8));
        } catch (IOException e) {
            throw new ReportException("Cannot write " + file + ": " + FileTrouble.reason(e), e);
        }
    }
}
