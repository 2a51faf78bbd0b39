package dev.assay.reference.dialect.nuget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What an ID token claims, for saying why it was refused; nothing is decided by it. */
record UnverifiedClaims(JsonNode members) {

    static UnverifiedClaims of(String idToken) {
        var parts = idToken.split("\\.", -1);
        try {
            var payload = Base64.getUrlDecoder().decode(parts.length > 1 ? parts[1] : "");
            return new UnverifiedClaims(new ObjectMapper().readTree(new String(payload, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | JsonProcessingException unreadable) {
            return new UnverifiedClaims(MissingNode.getInstance());
        }
    }

    JsonNode get(String name) {
        return members.path(name);
    }

    /** The text of a claim, or an empty text. */
    String text(String name) {
        return get(name).isTextual() ? get(name).textValue() : "";
    }
}
