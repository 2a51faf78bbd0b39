package dev.assay.reference.dialect.cratesio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * An ID token as far as an answer speaks of it; nothing is decided by it.
 *
 * @param header missing if it cannot be read
 * @param claims missing if they cannot be read
 */
record PresentedJwt(JsonNode header, JsonNode claims) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The algorithms that the library has names for (Keats/jsonwebtoken src/algorithms.rs). */
    private static final Set<String> KNOWN = Set.of(
            "HS256", "HS384", "HS512", "ES256", "ES384", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "EdDSA");

    static PresentedJwt of(String text) {
        var parts = text.split("\\.", -1);
        return parts.length == 3
                ? new PresentedJwt(json(parts[0]), json(parts[1]))
                : new PresentedJwt(MissingNode.getInstance(), MissingNode.getInstance());
    }

    /** A claim's text, or an empty text. */
    String claim(String name) {
        return claims.path(name).asText("");
    }

    /** Whether the first reading, which verifies nothing, comes to an issuer. */
    boolean isReadable() {
        return header.isObject()
                && KNOWN.contains(header.path("alg").asText())
                && claims.path("iss").isTextual();
    }

    boolean namesKey() {
        return header.path("kid").isTextual();
    }

    private static JsonNode json(String part) {
        try {
            var node = MAPPER.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return MissingNode.getInstance();
        }
    }
}
