package dev.assay.reference.dialect.nuget;

import static dev.assay.reference.dialect.nuget.TokenTest.assertRefused;
import static dev.assay.reference.dialect.nuget.TokenTest.assertUnauthorized;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real gallery's token endpoint says to requests before it looks at the ID token. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenRequestTest {

    private static final String NO_USERNAME = "The username property in the request body is required.";
    private static final String NO_TYPE =
            "The tokenType property in the request body is required and must set to 'ApiKey'.";

    private final Gallery gallery = Gallery.open();

    @AfterAll
    void close() {
        gallery.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Basic abc,The Authorization header value must start with 'Bearer '.",
        "Bearer,The bearer token is missing from the Authorization header.",
        "'',The Authorization header is missing."
    })
    void aRequestWithoutBearerTokenIsUnauthorized(String authorization, String text) {
        var headers = gallery.headers("x");
        headers.put("Authorization", authorization);
        if (authorization.isEmpty()) {
            headers.remove("Authorization");
        }

        assertUnauthorized(gallery.exchange(headers, "{}"), text);
    }

    @Test
    void theSchemeHasNoCase() {
        var headers = gallery.headers("x");
        headers.put("Authorization", "bEaReR " + gallery.idToken());

        assertThat(gallery.exchange(headers, "{\"username\":\"alice\",\"tokenType\":\"ApiKey\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoeverIsSignedInWithAKeyAlreadyIsUnauthorized() {
        var headers = gallery.headers(gallery.idToken());
        headers.put("X-NuGet-ApiKey", gallery.key());

        assertUnauthorized(gallery.exchange(headers, "{}"), "Only Bearer token authentication is accepted.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/json", "application/x-www-form-urlencoded", "application/jsonp"})
    void anotherMediaTypeIsNotTaken(String mediaType) {
        var headers = gallery.headers("x");
        headers.put("Content-Type", mediaType);

        var reply = gallery.exchange(headers, "{}");

        assertRefused(reply, 415, "The request must have a Content-Type of 'application/json'.");
    }

    @Test
    void theMediaTypeMayHaveParameters() {
        var headers = gallery.headers("x");
        headers.put("Content-Type", "Application/JSON; charset=utf-8");

        assertRefused(gallery.exchange(headers, "{}"), 400, NO_USERNAME);
    }

    @Test
    void aUserAgentIsRequired() {
        var headers = gallery.headers("x");
        headers.remove("User-Agent");

        assertRefused(gallery.exchange(headers, "{}"), 400, "A User-Agent header is required.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "null", "[]", "{\"username\":\" \"}", "{\"username\":null,\"tokenType\":\"ApiKey\"}"})
    void aUsernameIsRequired(String body) {
        assertRefused(gallery.exchange(gallery.headers("x"), body), 400, NO_USERNAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"tokenType\":\"apikey\"", ",\"tokenType\":\"api_key\"", ",\"tokenType\":null"})
    void theTokenTypeIsRequired(String member) {
        var body = "{\"username\":\"alice\"%s}".formatted(member);

        assertRefused(gallery.exchange(gallery.headers("x"), body), 400, NO_TYPE);
    }

    @Test
    void membersHaveNoCase() {
        var headers = gallery.headers(gallery.idToken());

        assertThat(gallery.exchange(headers, "{\"UserName\":\"alice\",\"TOKENTYPE\":\"ApiKey\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theTokenOfAnUnknownUserIsNotEvenParsed() {
        assertUnauthorized(
                gallery.exchange("no token", "somebody"),
                "No matching trust policy owned by user 'somebody' was found.");
    }

    @Test
    void anApostropheIsEscapedAsTheFrameworkDoes() {
        assertThat(gallery.exchange("no token", "somebody").body())
                .isEqualTo("{\"error\":\"No matching trust policy owned by user \\u0027somebody\\u0027 was found.\"}");
    }
}
