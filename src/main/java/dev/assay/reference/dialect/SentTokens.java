package dev.assay.reference.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.reference.behaviour.LoadRules.SecondToken;
import dev.assay.reference.core.token.Presented;
import dev.assay.reference.wire.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ID tokens of one request: one, unless somebody is up to something.
 *
 * @param second what a second one leads to
 */
public record SentTokens(SecondToken second) {

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * What is presented by a request.
     *
     * @param taken the token that the dialect takes
     * @param all every token of the request, in order
     */
    public Presented presented(String taken, List<String> all) {
        if (all.size() < 2) {
            return Presented.of(taken);
        }
        var first = all.get(0);
        var last = all.get(all.size() - 1);
        return switch (second) {
            case OVERLOOKED -> Presented.of(taken);
            case FIRST_VERIFIED -> new Presented(last, Optional.of(first));
            case LAST_VERIFIED -> new Presented(first, Optional.of(last));
        };
    }

    /** The texts that an object gives one of its members; those before the mistake, if it is no JSON. */
    public static List<String> inJson(String object, String member) {
        var texts = new ArrayList<String>();
        try (var parser = JSON.createParser(object)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                addTexts(parser, member, texts);
            }
        } catch (IOException notJson) {
            return texts;
        }
        return texts;
    }

    private static void addTexts(JsonParser parser, String member, List<String> texts) throws IOException {
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            var isText = parser.nextToken() == JsonToken.VALUE_STRING;
            if (isText && name.equals(member)) {
                texts.add(parser.getText());
            }
            parser.skipChildren();
        }
    }

    /** What follows the scheme in each {@code Authorization} field. */
    public static List<String> inHeader(Request request) {
        return request.headers().getAll("Authorization").stream()
                .map(field -> field.substring(field.indexOf(' ') + 1).strip())
                .toList();
    }
}
