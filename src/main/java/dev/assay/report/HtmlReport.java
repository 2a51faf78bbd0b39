package dev.assay.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.result.Result;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.TemplateNode;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The report of a run as one HTML page that needs nothing else: no network, no second file, and JavaScript only for
 * filtering. Everything that came over the wire is escaped, and the page's Content-Security-Policy admits no script but
 * its own.
 *
 * <p>Each requirement and each scenario has an address within the page: its id, as in {@code index.html#JWT-6}. In a page
 * about several runs the id follows the run, as in {@code index.html#pypi/github-actions/JWT-6}.
 */
public final class HtmlReport {
    /** The page's name within a run's directory. */
    public static final String NAME = "index.html";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Template template;

    /** Reads the templates. They see public methods of the view records only, whatever the visibility of the record. */
    public HtmlReport() {
        this.template = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addLocator(new Shipped())
                .addResultMapper(new Escaper())
                .timeout(PATIENCE.toMillis())
                .build()
                .getTemplate("page");
    }

    /** The page's text. */
    public String render(Result result) {
        return template.data("page", PageView.of(result)).render();
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

    /** Escapes every value that is not HTML made by us. */
    private static final class Escaper implements ResultMapper {
        @Override
        public boolean appliesTo(TemplateNode.Origin origin, Object result) {
            return !(result instanceof RawString);
        }

        @Override
        public String map(Object result, Expression expression) {
            return VisibleText.html(result.toString());
        }
    }

    /** Finds the templates among the resources; their indentation is for us, and left out of the page. */
    private static final class Shipped implements TemplateLocator {
        @Override
        public Optional<TemplateLocation> locate(String id) {
            var text = Resource.text(id + ".html").replaceAll("(?m)^[ ]+", "");
            return Optional.of(new TemplateLocation() {
                @Override
                public Reader read() {
                    return new StringReader(text);
                }

                @Override
                public Optional<Variant> getVariant() {
                    return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
                }
            });
        }

        @Override
        public int getPriority() {
            return DEFAULT_PRIORITY;
        }
    }
}
