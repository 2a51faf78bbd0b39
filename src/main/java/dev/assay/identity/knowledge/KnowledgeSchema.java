package dev.assay.identity.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;

/** A JSON Schema (2020-12) that knowledge files follow. */
public final class KnowledgeSchema {

    private final Schema schema;

    private KnowledgeSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * Reads a schema that comes with the program.
     *
     * @param resource path from the root of the class path, without a leading slash
     * @throws KnowledgeException if it is missing or is not JSON
     */
    public static KnowledgeSchema shipped(String resource) {
        try {
            var json = new ObjectMapper().readTree(KnowledgeFile.bytes(resource));
            return new KnowledgeSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(json));
        } catch (IOException e) {
            throw new KnowledgeException(resource + ": is not a readable JSON Schema: " + e.getMessage(), e);
        }
    }

    /** Each with its place and what was expected there; none if the content follows the schema. */
    List<String> violations(JsonNode content) {
        return schema.validate(content).stream().map(KnowledgeSchema::describe).toList();
    }

    private static String describe(Error violation) {
        var place = violation.getInstanceLocation().toString();
        return "at " + (place.isEmpty() ? "the top" : place) + ": " + violation.getMessage();
    }
}
