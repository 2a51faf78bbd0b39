package dev.assay.reference.core.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.Limit;
import dev.assay.reference.behaviour.ParsingRules.Pick;
import java.io.IOException;

/**
 * Reads JSON with a say in what happens to duplicate members, depth and trailing text; ordinary mappers keep the last
 * duplicate silently (RFC 8259 §4).
 *
 * @param pick which duplicate counts
 * @param maximumDepth nesting that is still read
 * @param trailingText text after the value
 */
record JsonText(Pick pick, Limit maximumDepth, Leniency trailingText) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    JsonNode read(String text) throws MalformedToken {
        var factory = JsonFactory.builder()
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        try (var parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new MalformedToken("a part is empty");
            }
            var value = value(parser, 1);
            refuseTrailingText(parser);
            return value;
        } catch (IOException notJson) {
            throw new MalformedToken("a part is not JSON");
        }
    }

    private void refuseTrailingText(JsonParser parser) throws IOException, MalformedToken {
        if (trailingText != Leniency.ACCEPTED && parser.nextToken() != null) {
            throw new MalformedToken("a part continues after its JSON value");
        }
    }

    private JsonNode value(JsonParser parser, int depth) throws IOException, MalformedToken {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, depth);
            case START_ARRAY -> array(parser, depth);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new MalformedToken("a part is not JSON");
        };
    }

    private JsonNode object(JsonParser parser, int depth) throws IOException, MalformedToken {
        refuseDepth(depth);
        var object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            put(object, name, value(parser, depth + 1));
        }
        return object;
    }

    private void put(ObjectNode object, String name, JsonNode value) throws MalformedToken {
        var isDuplicate = object.has(name);
        if (isDuplicate && pick == Pick.NONE) {
            throw new MalformedToken("a member occurs twice");
        }
        if (!isDuplicate || pick == Pick.LAST) {
            object.set(name, value);
        }
    }

    private JsonNode array(JsonParser parser, int depth) throws IOException, MalformedToken {
        refuseDepth(depth);
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, depth + 1));
        }
        return array;
    }

    private void refuseDepth(int depth) throws MalformedToken {
        if (maximumDepth.exceededBy(depth)) {
            throw new MalformedToken("a part is nested too deeply");
        }
    }
}
