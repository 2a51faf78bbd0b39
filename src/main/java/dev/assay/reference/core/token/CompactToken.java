package dev.assay.reference.core.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import java.util.Map;

/**
 * An ID token, taken apart and not yet verified.
 *
 * @param text as it was presented
 * @param header the JOSE header
 * @param assertedIssuer what a first look at the payload shows as {@code iss}; missing if there is none
 * @param claims the payload
 * @param signedContent what the signature covers
 * @param signature the signature
 */
public record CompactToken(
        String text,
        ObjectNode header,
        JsonNode assertedIssuer,
        ObjectNode claims,
        String signedContent,
        Base64URL signature) {

    /** The text of a header member, or an empty text if it is absent or no text. */
    public String headerText(String name) {
        return header.path(name).asText("");
    }

    /** The same claims under the header and the signature of another token. */
    public CompactToken signedLike(CompactToken other) {
        return new CompactToken(text, other.header, assertedIssuer, claims, other.signedContent, other.signature);
    }

    /** The same with other claims over its own. */
    public CompactToken claiming(Map<String, JsonNode> others) {
        return new CompactToken(
                text, header, assertedIssuer, claims.deepCopy().setAll(others), signedContent, signature);
    }

    /** Never shows the signature. */
    @Override
    public String toString() {
        return "ID token of " + assertedIssuer;
    }
}
