package dev.assay.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/** A JSON Schema (2020-12) that ships with the program, and documents held against it. */
public final class DocumentSchema {
    private static final String NOT_ALLOWED = "additionalProperties";

    private final Schema schema;

    private DocumentSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * Loads a shipped schema.
     *
     * @param resource absolute name on the class path, without a leading slash
     */
    public static DocumentSchema shipped(String resource) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no schema is shipped as " + resource);
            }
            var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
            return new DocumentSchema(registry.getSchema(in, InputFormat.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Everything in the tree that the schema does not allow, in the order of the lines.
     *
     * @param locate makes a problem of a JSON pointer and a message, typically {@link YamlDocument#problem}
     */
    public List<Problem> problems(JsonNode tree, BiFunction<String, String, Problem> locate) {
        return schema.validate(tree).stream()
                .map(error -> locate.apply(pointer(error), error.getMessage()))
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    /** Where the mistake is written: a member that is not allowed, rather than the object that it stands in. */
    private static String pointer(Error error) {
        var location = error.getInstanceLocation().toString();
        var pointer = location.startsWith("#") ? location.substring(1) : location;
        return NOT_ALLOWED.equals(error.getKeyword()) ? pointer + "/" + error.getProperty() : pointer;
    }
}
