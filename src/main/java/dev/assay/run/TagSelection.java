package dev.assay.run;

import dev.assay.document.InvalidDocumentException;
import dev.assay.document.Problem;
import dev.assay.steps.Selection;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scenarios whose tags fit an expression. */
public final class TagSelection implements Selection {
    private final Expression expression;
    private final FeatureLibrary library;

    private TagSelection(Expression expression, FeatureLibrary library) {
        this.expression = expression;
        this.library = library;
    }

    /**
     * A selection.
     *
     * @param expression such as {@code @JWT-6 and not @slow}; null for everything
     * @throws InvalidDocumentException if it is not a tag expression, or no scenario fits
     */
    public static TagSelection of(@Nullable String expression, FeatureLibrary library) {
        try {
            var selection = new TagSelection(TagExpressionParser.parse(expression == null ? "" : expression), library);
            if (library.scenarios().stream().noneMatch(scenario -> selection.includes(scenario.tags()))) {
                throw invalid(expression, "no scenario has such tags; 'assay list scenarios' shows what there is");
            }
            return selection;
        } catch (TagExpressionException e) {
            throw invalid(expression, "not a tag expression; an example is '@JWT-6 or @POL-1'");
        }
    }

    private static InvalidDocumentException invalid(@Nullable String expression, String message) {
        return new InvalidDocumentException(List.of(new Problem("--tags " + expression, 0, 0, "", message)));
    }

    @Override
    public boolean includes(Collection<String> tags) {
        return expression.evaluate(List.copyOf(tags));
    }

    @Override
    public String nameOf(String place) {
        var colon = place.lastIndexOf(':');
        return library.at(URI.create(place.substring(0, colon)), Integer.parseInt(place.substring(colon + 1)))
                .id();
    }
}
