package dev.assay.reference.dialect.nuget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.reference.behaviour.ParsingRules.Malformed;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.wire.Request;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A request for a token (NuGet/NuGetGallery TokenApiController.cs).
 *
 * @param idToken from the {@code Authorization} header
 * @param username whose policies count: their creator
 */
record TokenRequest(String idToken, String username) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String SCHEME = "bearer ";

    /**
     * Reads a request, with the gallery's checks in the gallery's order.
     *
     * @param isSignedIn whether an API key in the request is one that counts
     * @param odd what a body leads to that is not JSON
     */
    static TokenRequest read(Request request, Predicate<String> isSignedIn, Malformed odd) throws RequestRefused {
        var idToken = bearerToken(request);
        if (isSignedIn.test(request.header("X-NuGet-ApiKey"))) {
            throw RequestRefused.with(401, "Only Bearer token authentication is accepted.");
        }
        var mediaType = request.header("Content-Type").split(";", -1)[0].strip();
        if (!mediaType.equalsIgnoreCase("application/json")) {
            throw RequestRefused.with(415, "The request must have a Content-Type of 'application/json'.");
        }
        if (request.header("User-Agent").isBlank()) {
            throw RequestRefused.malformed("A User-Agent header is required.");
        }
        var body = body(request, odd);
        var username = text(body, "username");
        if (username.isBlank()) {
            throw RequestRefused.malformed("The username property in the request body is required.");
        }
        if (!text(body, "tokenType").equals("ApiKey")) {
            throw RequestRefused.malformed(
                    "The tokenType property in the request body is required and must set to 'ApiKey'.");
        }
        return new TokenRequest(idToken, username);
    }

    private static String bearerToken(Request request) throws RequestRefused {
        var headers = request.headers().getAll("Authorization");
        if (headers.isEmpty()) {
            throw RequestRefused.with(401, "The Authorization header is missing.");
        }
        if (headers.size() > 1) {
            throw RequestRefused.with(401, "Only one Authorization header is allowed.");
        }
        // a blank behind the scheme may have been lost on the way
        var header = headers.get(0);
        var whole = header.equalsIgnoreCase(SCHEME.strip()) ? header + " " : header;
        if (!whole.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw RequestRefused.with(401, "The Authorization header value must start with 'Bearer '.");
        }
        var token = whole.substring(SCHEME.length()).strip();
        if (token.isEmpty()) {
            throw RequestRefused.with(401, "The bearer token is missing from the Authorization header.");
        }
        return token;
    }

    private static JsonNode body(Request request, Malformed odd) {
        try {
            return JSON.readTree(request.body().toString());
        } catch (JsonProcessingException notJson) {
            if (odd == Malformed.SERVER_ERROR) {
                throw new ServerFault("the body is not JSON");
            }
            return MissingNode.getInstance();
        }
    }

    /** The text of a member, whatever the case of its name. */
    private static String text(JsonNode body, String name) {
        return body.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .filter(member -> !member.getValue().isNull())
                .map(member -> member.getValue().asText())
                .findFirst()
                .orElse("");
    }
}
