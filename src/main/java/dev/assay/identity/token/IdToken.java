package dev.assay.identity.token;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An ID token, sound or forged.
 *
 * @param compact what travels, with the signature: a secret
 * @param forgery title of the forgery, which completes the sentence "an ID token ..."; absent for a sound token
 * @param header the header's text
 * @param payload the payload's text
 * @param claims the payload's members, as a reader sees them that lets the last of two equal names win
 * @param issuedAt when it was issued, before any forgery touched its times
 * @param expiresAt when it expires, before any forgery touched its times
 */
public record IdToken(
        String compact,
        Optional<String> forgery,
        String header,
        String payload,
        Map<String, JsonNode> claims,
        Instant issuedAt,
        Instant expiresAt) {

    public IdToken {
        requireNonNull(compact, "compact");
        requireNonNull(forgery, "forgery");
        requireNonNull(header, "header");
        requireNonNull(payload, "payload");
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
        requireNonNull(issuedAt, "issuedAt");
        requireNonNull(expiresAt, "expiresAt");
    }

    /** A claim as text; empty when the token does not hold it. */
    public Optional<String> claim(String name) {
        return Optional.ofNullable(claims.get(name)).map(JsonNode::asText);
    }

    /** Header and payload, never the signature. */
    @Override
    public String toString() {
        return "IdToken[" + forgery.orElse("sound") + "; " + header + "." + payload + "]";
    }
}
