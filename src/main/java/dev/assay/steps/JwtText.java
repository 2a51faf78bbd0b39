package dev.assay.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 */
record JwtText(String prefix, ObjectNode header, String payload) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern THREE_PARTS = Pattern.compile("([^.]+)\\.([\\w-]+)\\.([\\w-]+)=*");

    /** The JWT that the text is; empty if it is none. */
    static Optional<JwtText> of(String token) {
        var parts = THREE_PARTS.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var first = parts.group(1);
        return IntStream.range(0, first.length())
                .mapToObj(start -> header(first.substring(start))
                        .map(header -> new JwtText(first.substring(0, start), header, parts.group(2))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ObjectNode> header(String text) {
        try {
            var tree = JSON.readTree(Base64.getUrlDecoder().decode(text));
            return tree instanceof ObjectNode header && header.has("alg") ? Optional.of(header) : Optional.empty();
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

    private static String encoded(ObjectNode header) {
        try {
            var json = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
