package dev.assay.identity.forgery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * One member of a JSON object, as text, so that spellings survive.
 *
 * @param nameText the name with its quotation marks
 * @param valueText the value as it stands in the token
 */
public record Member(String nameText, String valueText) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Member {
        requireNonNull(nameText, "nameText");
        requireNonNull(valueText, "valueText");
    }

    /** A member with a plainly spelled name. */
    public static Member of(String name, String valueText) {
        return new Member(JsonText.quoted(name), valueText);
    }

    /** The name's meaning; empty when the text is no JSON string. */
    public Optional<String> name() {
        return parsed(nameText).map(JsonNode::asText);
    }

    /** The value's meaning; empty when the text is no JSON. */
    public Optional<JsonNode> value() {
        return parsed(valueText);
    }

    boolean isNamed(String name) {
        return nameText.equals(JsonText.quoted(name));
    }

    Member withValue(String text) {
        return new Member(nameText, text);
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
