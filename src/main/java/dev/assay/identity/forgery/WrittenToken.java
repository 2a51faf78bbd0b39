package dev.assay.identity.forgery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A token's text and what it was made from.
 *
 * @param text what travels; a secret
 * @param header the header's text
 * @param payload the payload's text
 * @param claims the payload's members as a reader sees them that lets the last of two equal names win
 */
public record WrittenToken(String text, String header, String payload, Map<String, JsonNode> claims) {

    /** Without the signature. */
    @Override
    public String toString() {
        return "WrittenToken[header=" + header + ", payload=" + payload + "]";
    }
}
