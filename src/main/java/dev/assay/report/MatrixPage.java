package dev.assay.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.result.Result;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Several registries side by side as one HTML page: requirement by registry, differences first. It needs no network, and
 * JavaScript only for filtering; its cells lead into the reports of the single runs, which lie in folders beside it.
 */
public final class MatrixPage {
    private final Template template;

    /** Reads the template. */
    public MatrixPage() {
        this.template = PageTemplates.get("matrix");
    }

    /** The page's text. */
    public String render(Result result) {
        var style = Resource.text("page.css") + Resource.text("matrix.css");
        var script = Resource.text("matrix.js");
        return template.data(Map.of(
                        "result",
                        result,
                        "matrix",
                        Matrix.of(result),
                        "took",
                        Durations.of(result.durationMs()),
                        "style",
                        new RawString(style),
                        "script",
                        new RawString(script),
                        "policy",
                        PageTemplates.policy(style, script)))
                .render();
    }

    /**
     * Writes the page, replacing what is there.
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
