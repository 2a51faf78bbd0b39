package dev.assay.reference.administration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.wire.Request;

/** Reads the bodies of administration requests. */
final class JsonBody {

    private JsonBody() {}

    static JsonNode read(Request request) throws UnreadableBody {
        var mapper = new ObjectMapper();
        if (request.body().length() == 0) {
            return mapper.createObjectNode();
        }
        try {
            return mapper.readTree(request.body().toString());
        } catch (JsonProcessingException notJson) {
            throw new UnreadableBody("the body is not JSON");
        }
    }

    static String text(JsonNode body, String member) throws UnreadableBody {
        if (!body.path(member).isTextual()) {
            throw new UnreadableBody("the body lacks the text '%s'".formatted(member));
        }
        return body.path(member).textValue();
    }
}
