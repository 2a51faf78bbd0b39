package dev.assay.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a tree of YAML text. An alias becomes a copy of what its anchor names (YAML 1.2.2 §7.1), and the merge key
 * {@code <<} the members of one mapping or several that the mapping itself does not have.
 */
final class YamlTree {
    /** What the merge key is written as. */
    static final String MERGE = "<<";
    /** How many nodes all aliases of a document may stand for: few lines of YAML can mean more than fits into memory. */
    private static final int MOST_COPIES = 100_000;

    private static final ObjectMapper YAML = new ObjectMapper(new YamlTokens.Factory());

    private final String file;
    private final YamlTokens parser;
    private final Map<String, JsonNode> anchored = new HashMap<>();
    private int copies;

    private YamlTree(String file, YamlTokens parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * The tree of the first document in a text; a missing node if there is none.
     *
     * @param file the name used in complaints
     * @throws InvalidDocumentException if an alias stands for nothing or for too much, or a merge key for no mapping
     */
    static JsonNode read(String file, String text) throws IOException {
        try (var parser = (YamlTokens) YAML.createParser(text)) {
            return parser.nextToken() == null ? YAML.missingNode() : new YamlTree(file, parser).node();
        }
    }

    /** The node that begins with the parser's current token. */
    private JsonNode node() throws IOException {
        if (parser.isCurrentAlias()) {
            return copy(parser.getText());
        }
        var anchor = parser.anchor();
        var node = switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            default -> YAML.<JsonNode>readTree(parser);
        };
        anchor.ifPresent(name -> anchored.put(name, node));
        return node;
    }

    private ArrayNode array() throws IOException {
        var array = YAML.createArrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(node());
        }
        return array;
    }

    private ObjectNode object() throws IOException {
        var merged = YAML.createObjectNode();
        var own = YAML.createObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var where = parser.currentTokenLocation();
            parser.nextToken();
            var value = node();
            if (name.equals(MERGE)) {
                merge(value, merged, where);
            } else {
                own.set(name, value);
            }
        }
        return merged.setAll(own);
    }

    /** Of several mappings, the first that has a member counts. */
    private void merge(JsonNode value, ObjectNode into, JsonLocation where) {
        var mappings = value.isArray() ? value : YAML.createArrayNode().add(value);
        for (var mapping : mappings) {
            if (!mapping.isObject()) {
                throw refused(where, MERGE + " wants a mapping, or a list of mappings");
            }
            mapping.fields().forEachRemaining(member -> into.putIfAbsent(member.getKey(), member.getValue()));
        }
    }

    private JsonNode copy(String alias) {
        var original = anchored.get(alias);
        if (original == null) {
            throw refused(
                    parser.currentTokenLocation(),
                    "the alias *" + alias + " stands for nothing: no &" + alias + " ends before it");
        }
        copies += size(original);
        if (copies > MOST_COPIES) {
            throw refused(
                    parser.currentTokenLocation(),
                    "the aliases up to here stand for more than " + MOST_COPIES + " values");
        }
        return original.deepCopy();
    }

    private static int size(JsonNode node) {
        var size = 1;
        for (var child : node) {
            size += size(child);
        }
        return size;
    }

    private InvalidDocumentException refused(JsonLocation where, String message) {
        return new InvalidDocumentException(
                List.of(new Problem(file, where.getLineNr(), where.getColumnNr(), "", message)));
    }
}
