package dev.assay.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.registry.Wire.NoAnswerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private static final Wire WIRE = Wire.open(Duration.ofSeconds(20), Optional.empty());
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi";

    @AfterAll
    static void close() {
        WIRE.close();
    }

    @Test
    void theAnswerComesBackWithItsReasonHeadersAndBody() throws Exception {
        var text = "HTTP/1.1 403 Project name is too similar\r\nX-One: a\r\nX-One: b\r\nContent-Length: 3\r\n\r\nno!";
        try (var server = CannedServer.answering(text)) {
            var answer = WIRE.send(get(server.url("/")));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.reason()).isEqualTo("Project name is too similar");
            assertThat(answer.body()).isEqualTo("no!");
            assertThat(answer.headers()).contains(new Wire.Header("X-One", "a"), new Wire.Header("X-One", "b"));
            assertThat(answer.header("x-one")).contains("a");
            assertThat(answer.header("x-two")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/@s%2fn", "/%40s%2Fn", "/a%20b", "/a//b", "/x?y=%7B1%7D&z=a%2Bb", "/x?n=%C3%BC"})
    void thePathGoesOutAsItIsSpelled(String path) throws Exception {
        try (var server = CannedServer.answering(OK)) {
            WIRE.send(get(server.url(path)));

            assertThat(server.requests()).singleElement().asString().startsWith("GET " + path + " HTTP/1.1\r\n");
        }
    }

    @Test
    void methodHeadersAndBodyGoOutByteForByte() throws Exception {
        var body = "{\"a\":\"ü\"}".getBytes(UTF_8);
        try (var server = CannedServer.answering(OK)) {
            WIRE.send(new Wire.Request(
                    "PUT",
                    server.url("/"),
                    List.of(
                            new Wire.Header("Content-Type", "application/json"),
                            new Wire.Header("Authorization", "Bearer t")),
                    body));

            var request = server.requests().get(0);
            assertThat(request).startsWith("PUT / HTTP/1.1\r\n").endsWith("\r\n\r\n{\"a\":\"Ã¼\"}");
            assertThat(request.lines().map(line -> line.toLowerCase(java.util.Locale.ROOT)))
                    .contains("authorization: bearer t", "content-type: application/json", "content-length: 10");
        }
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() throws Exception {
        try (var other = CannedServer.answering(OK);
                var server = CannedServer.answering(
                        "HTTP/1.1 302 Found\r\nLocation: " + other.url("/there") + "\r\nContent-Length: 0\r\n\r\n")) {
            var answer = WIRE.send(get(server.url("/")));

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).contains(other.url("/there").toString());
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void anAnswerWithoutABodyIsAnEmptyOne() throws Exception {
        try (var server = CannedServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            assertThat(WIRE.send(get(server.url("/"))).body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"})
    void noCompleteAnswerInTimeIsATimeout(String beginning) {
        try (var wire = Wire.open(Duration.ofMillis(300), Optional.empty());
                var server = CannedServer.stallingAfter(beginning)) {
            var trouble = catchThrowableOfType(NoAnswerException.class, () -> wire.send(get(server.url("/"))));

            assertThat(trouble.kind()).isEqualTo(Outcome.Kind.TIMEOUT);
            assertThat(trouble.getMessage())
                    .isEqualTo(
                            beginning.isEmpty()
                                    ? "no answer within 0.3 s"
                                    : "no complete answer within 0.3 s: only the head, status 200, and 4 bytes of the"
                                            + " body had come");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                "this is not HTTP\r\n\r\n"
            })
    void aConnectionThatEndsEarlyIsNoAnswer(String beginning) {
        try (var server = CannedServer.answering(beginning)) {
            var trouble = catchThrowableOfType(NoAnswerException.class, () -> WIRE.send(get(server.url("/"))));

            assertThat(trouble.kind()).isEqualTo(Outcome.Kind.CONNECTION);
            assertThat(trouble.getMessage()).isNotBlank();
        }
    }

    /** Some servers answer such a request without a word of hanging up, and then hang up. */
    @ParameterizedTest
    @MethodSource("requestsThatNotEveryServerReads")
    void aServerThatHangsUpOnAnOddRequestSpoilsNoOtherOne(String header, int bodyBytes) throws Exception {
        var refusal = "HTTP/1.1 431 Too large\r\nContent-Length: 0\r\n\r\n";
        try (var server = CannedServer.answering(refusal)) {
            var odd = new Wire.Request(
                    "POST", server.url("/"), List.of(new Wire.Header("X-Odd", header)), new byte[bodyBytes]);
            assertThat(WIRE.send(odd).status()).isEqualTo(431);

            assertThat(server.requests()).singleElement().asString().containsIgnoringCase("\r\nconnection: close\r\n");
            assertThat(WIRE.send(odd).status()).isEqualTo(431);
        }
    }

    static Stream<Arguments> requestsThatNotEveryServerReads() {
        return Stream.of(Arguments.of("a".repeat(5_000), 0), Arguments.of("\u00fc", 0), Arguments.of("a", 70_000));
    }

    @Test
    void anOrdinaryRequestLeavesItsConnectionOpen() throws Exception {
        try (var server = CannedServer.answering(OK)) {
            WIRE.send(get(server.url("/")));

            assertThat(server.requests()).singleElement().asString().doesNotContainIgnoringCase("connection:");
        }
    }

    @Test
    void nobodyListeningIsNoAnswer() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        var trouble = catchThrowableOfType(
                NoAnswerException.class, () -> WIRE.send(get(URI.create("http://127.0.0.1:" + port + "/"))));

        assertThat(trouble.kind()).isEqualTo(Outcome.Kind.CONNECTION);
    }

    private static Wire.Request get(URI url) {
        return new Wire.Request("GET", url, List.of(), new byte[0]);
    }
}
