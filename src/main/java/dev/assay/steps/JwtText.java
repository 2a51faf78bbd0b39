package dev.assay.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.assay.identity.forgery.Counterfeiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A registry token that is a signed JWT, maybe behind a prefix.
 *
 * @param prefix what stands before the JWT
 * @param header its first part, decoded
 * @param payload its second part, as it stands there
 * @param signature its third part, as it stands there
 */
record JwtText(String prefix, ObjectNode header, String payload, String signature) {
    private static final long DAY = 86_400;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern THREE_PARTS = Pattern.compile("([^.]+)\\.([\\w-]+)\\.([\\w-]+=*)");

    /** The JWT that the text is; empty if it is none. */
    static Optional<JwtText> of(String token) {
        var parts = THREE_PARTS.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var first = parts.group(1);
        return IntStream.range(0, first.length())
                .mapToObj(start -> header(first.substring(start))
                        .map(header -> new JwtText(first.substring(0, start), header, parts.group(2), parts.group(3))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ObjectNode> header(String text) {
        return object(text).filter(header -> header.has("alg"));
    }

    private static Optional<ObjectNode> object(String text) {
        try {
            var tree = JSON.readTree(Base64.getUrlDecoder().decode(text));
            return tree instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IllegalArgumentException | IOException noJson) {
            return Optional.empty();
        }
    }

    /** The same claims, under a header which says that nobody signed them. */
    String unsecured() {
        return prefix + encoded(header.deepCopy().put("alg", "none")) + "." + payload + ".";
    }

    /** The same header and claims without a signature. */
    String unsigned() {
        return prefix + encoded(header) + "." + payload + ".";
    }

    /** The same claims, signed by somebody else. */
    String signedBy(Counterfeiter counterfeiter) {
        return signed(header.deepCopy(), counterfeiter);
    }

    /** The same claims, signed by somebody else, whose key the header recommends (RFC 7515 §4.1.3). */
    String bringingTheKeyOf(Counterfeiter counterfeiter) {
        return signed(header.deepCopy().putRawValue("jwk", new RawValue(counterfeiter.verifyingKey())), counterfeiter);
    }

    private String signed(ObjectNode changed, Counterfeiter counterfeiter) {
        var signedText = encoded(changed.put("alg", counterfeiter.algorithm())) + "." + payload;
        return prefix + signedText + "." + counterfeiter.signature(signedText);
    }

    /** An end one day later, under the same signature; empty if no end is among the claims. */
    Optional<String> prolonged() {
        return claims().filter(claims -> claims.path("exp").isNumber())
                .map(claims -> claims.put("exp", claims.path("exp").asLong() + DAY))
                .map(this::withClaims);
    }

    /** Another name wherever claims hold this one, under the same signature; empty if none does. */
    Optional<String> renaming(String name, String other) {
        return claims().map(ObjectNode::toString)
                .filter(text -> text.contains(name))
                .map(text -> withPayload(text.replace(name, other)));
    }

    private Optional<ObjectNode> claims() {
        return object(payload);
    }

    private String withClaims(ObjectNode claims) {
        return withPayload(claims.toString());
    }

    private String withPayload(String text) {
        return prefix + encoded(header) + "." + encoded(text) + "." + signature;
    }

    private static String encoded(ObjectNode header) {
        try {
            return encoded(JSON.writeValueAsString(header));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
