package dev.assay.identity.forgery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.identity.knowledge.KnowledgeException;
import dev.assay.identity.knowledge.KnowledgeFile;
import dev.assay.identity.knowledge.KnowledgeSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a file of forgeries. A case with {@code examples} stands for one forgery an example: in all its texts, <code>&lt;name&gt;</code>
 * is replaced by the example's value of that name, as in a Gherkin outline.
 */
final class ForgeryFile {

    private final KnowledgeFile file;
    private final String group;

    private ForgeryFile(KnowledgeFile file) {
        this.file = file;
        this.group = file.content().path("group").asText();
    }

    static List<Forgery> read(KnowledgeFile file, KnowledgeSchema schema) {
        return new ForgeryFile(file.following(schema)).forgeries();
    }

    private List<Forgery> forgeries() {
        return elements(file.content().path("forgeries"))
                .flatMap(this::cases)
                .map(this::forgery)
                .toList();
    }

    private Stream<JsonNode> cases(JsonNode outline) {
        if (!outline.has("examples")) {
            return Stream.of(outline);
        }
        return elements(outline.get("examples")).map(example -> filled(outline, example));
    }

    private Forgery forgery(JsonNode one) {
        var content = file.as(one, Content.class);
        if ((content.id() + content.title()).contains("<")) {
            throw new KnowledgeException(
                    file.name() + ": an example of '" + content.id() + "' lacks a value that id or title use");
        }
        return new Forgery(
                content.id(), group, content.title(), content.expect(), content.reference(), content.edits());
    }

    @JsonIgnoreProperties("examples")
    private record Content(String id, String title, Expectation expect, List<String> reference, List<Edit> edits) {}

    private static JsonNode filled(JsonNode node, JsonNode example) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(filled(node.asText(), example));
        }
        if (node instanceof ArrayNode array) {
            var other = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> other.add(filled(element, example)));
            return other;
        }
        if (node instanceof ObjectNode object) {
            var other = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> other.set(member.getKey(), filled(member.getValue(), example)));
            return other;
        }
        return node;
    }

    private static String filled(String text, JsonNode example) {
        var filled = text;
        for (Map.Entry<String, JsonNode> value : example.properties()) {
            filled = filled.replace("<" + value.getKey() + ">", value.getValue().asText());
        }
        return filled;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
