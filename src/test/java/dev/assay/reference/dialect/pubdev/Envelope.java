package dev.assay.reference.dialect.pubdev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.dialect.pubdev.RawHttp.Reply;

/** The error envelope, byte for byte. */
final class Envelope {

    private Envelope() {}

    static void isUnauthorized(Reply reply, String message) {
        is(reply, "HTTP/1.1 401 Unauthorized", "MissingAuthentication", message);
        assertThat(reply.header("www-authenticate")).isEqualTo(challenge(message));
    }

    static void isForbidden(Reply reply, String message) {
        is(reply, "HTTP/1.1 403 Forbidden", "InsufficientPermissions", message);
        assertThat(reply.header("www-authenticate")).isEqualTo(challenge(message));
    }

    /** A refusal of a GitHub Action by the policy. */
    static void isNotAllowed(Reply reply, String reason) {
        isForbidden(
                reply,
                "The calling GitHub Action is not allowed to publish, because: " + reason
                        + ".\nSee https://dart.dev/go/publishing-from-github");
    }

    static void isBadRequest(Reply reply, String code, String message) {
        is(reply, "HTTP/1.1 400 Bad Request", code, message);
        assertThat(reply.headers()).doesNotContainKey("www-authenticate");
    }

    static void isNotFound(Reply reply, String message) {
        is(reply, "HTTP/1.1 404 Not Found", "NotFound", message);
    }

    private static void is(Reply reply, String status, String code, String message) {
        var escaped = message.replace("\"", "\\\"").replace("\n", "\\n");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("content-type")).isEqualTo("application/json; charset=\"utf-8\"");
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.body())
                .isEqualTo("{\"error\":{\"code\":\"%s\",\"message\":\"%s\"},\"code\":\"%s\",\"message\":\"%s\"}"
                        .formatted(code, escaped, code, escaped));
    }

    private static String challenge(String message) {
        return "Bearer realm=\"pub\", message=\"%s\""
                .formatted(message.replace('"', '\'').replace('\n', ' '));
    }
}
