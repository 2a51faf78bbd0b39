package dev.assay.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.TemplateNode;
import io.quarkus.qute.Variant;
import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;

/**
 * The templates of HTML pages. Every value that is not HTML made by us is escaped. Templates see public methods of the
 * view records only, whatever the visibility of the record.
 */
final class PageTemplates {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private PageTemplates() {}

    /** A template by its name, without {@code .html}. */
    static Template get(String name) {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addLocator(new Shipped())
                .addResultMapper(new Escaper())
                .timeout(PATIENCE.toMillis())
                .build()
                .getTemplate(name);
    }

    /** What a page's Content-Security-Policy admits: no network, and no style or script but its own. */
    static RawString policy(String style, String script) {
        return new RawString("default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src "
                + Digest.policySource(style) + "; script-src " + Digest.policySource(script));
    }

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
