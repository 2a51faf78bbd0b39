package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.assay.registry.Wire;
import dev.assay.safety.Gate;
import dev.assay.safety.Resolver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry on this machine whose name also has an address out in the world. */
class TargetCheckTest {
    private static final String HOST = "registry.test";
    private static final Resolver PUBLIC_TOO =
            host -> List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("203.0.113.7"));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String consent = "";
    private int status = 200;
    private Optional<String> location = Optional.empty();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " at "
                    + exchange.getRequestHeaders().getFirst("Host"));
            location.ifPresent(to -> exchange.getResponseHeaders().add("Location", to));
            var body = consent.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPublicTargetWithoutConsentIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> check(PUBLIC_TOO, false).target(url("/base")))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContainingAll(
                        HOST + " is public (127.0.0.1, 203.0.113.7)",
                        "does not name run try-1",
                        "  assay-run: try-1",
                        "curl http://" + HOST + ":" + port() + "/.well-known/assay-consent",
                        "--i-operate-this-registry");
        assertThat(asked).containsExactly("/.well-known/assay-consent at " + HOST + ":" + port());
    }

    @Test
    void aFileThatNamesTheRunIsConsent() {
        consent = "assay-run: try-1\n";

        assertThat(check(PUBLIC_TOO, false).target(url("")).address().getHostAddress())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void theOperatorsWordIsConsentAndNothingIsAsked() {
        assertThat(check(PUBLIC_TOO, true).target(url("")).host()).isEqualTo(HOST);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 500})
    void noOtherAnswerIsConsentAndNoRedirectIsFollowed(int answered) {
        status = answered;
        consent = "assay-run: try-1";
        location = Optional.of(url("/elsewhere").toString());

        assertThatThrownBy(() -> check(PUBLIC_TOO, false).target(url("")))
                .hasMessageContaining("answers with status " + answered);
        assertThat(asked).hasSize(1);
    }

    @Test
    void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws Exception {
        var lookUps = new AtomicInteger();
        Resolver changing =
                host -> List.of(InetAddress.getByName(lookUps.getAndIncrement() == 0 ? "127.0.0.1" : "203.0.113.7"));

        var pin = check(changing, false).target(url(""));
        try (var wire = wire(Optional.of(pin))) {
            assertThat(wire.send(request(url("/later"))).status()).isEqualTo(200);
            assertThat(wire.send(request(url("/again"))).status()).isEqualTo(200);
        }

        assertThat(lookUps).hasValue(1);
        assertThat(asked).containsExactly("/later at " + HOST + ":" + port(), "/again at " + HOST + ":" + port());
    }

    @Test
    void nothingIsSentToAnyOtherHost() {
        var pin = check(PUBLIC_TOO, true).target(url(""));
        try (var wire = wire(Optional.of(pin))) {
            assertThatThrownBy(() -> wire.send(request(URI.create("http://127.0.0.1:" + port() + "/"))))
                    .isInstanceOf(Wire.NoAnswerException.class)
                    .hasMessage("nothing was sent to 127.0.0.1, which is not " + HOST);
        }
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://user:hunter2@localhost:1/, user name or password",
        "http://hunter2@localhost:1/,      user name or password",
        "ftp://localhost/,                 give a base URL",
        "localhost:4443,                   give a base URL",
        "http://localhost/?a=b,            give a base URL",
        "http:///nowhere,                  give a base URL"
    })
    void whatIsNoBaseUrlIsRefusedAndNoPasswordRepeated(URI url, String problem) {
        var check = check(PUBLIC_TOO, true);

        assertThatThrownBy(() -> check.target(url))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining(problem)
                .hasMessageStartingWith("--target")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> check.issuer(url))
                .hasMessageContaining(problem)
                .hasMessageStartingWith("--issuer")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void anIssuerOutInTheWorldHasToBeTheUsersOwn() {
        var issuer = URI.create("https://" + HOST + ":9443");

        assertThatThrownBy(() -> check(PUBLIC_TOO, false).issuer(issuer)).hasMessageContaining("would name it");
        assertThatThrownBy(() -> check(PUBLIC_TOO, true).issuer(URI.create("https://accounts.test")))
                .hasMessageContaining("--allow-host accounts.test");
        check(PUBLIC_TOO, true).issuer(issuer);
        check(host -> List.of(InetAddress.getByName("127.0.0.1")), false).issuer(URI.create("https://localhost:9443"));
        assertThat(asked).isEmpty();
    }

    private static TargetCheck check(Resolver resolver, boolean operator) {
        return new TargetCheck(new Gate(resolver, List.of(HOST)), operator, "try-1", pin -> wire(Optional.of(pin)));
    }

    private static Wire wire(Optional<dev.assay.registry.Pin> pin) {
        return Wire.open(Duration.ofSeconds(10), Optional.empty(), pin);
    }

    private static Wire.Request request(URI url) {
        return new Wire.Request("GET", url, List.of(), new byte[0]);
    }

    private URI url(String path) {
        return URI.create("http://" + HOST + ":" + port() + path);
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
