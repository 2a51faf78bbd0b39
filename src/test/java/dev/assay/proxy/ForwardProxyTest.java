package dev.assay.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.loopback.Listening;
import dev.assay.loopback.LoopbackServer;
import dev.assay.loopback.SimulatedHosts;
import dev.assay.tls.ThrowAwayAuthority;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardProxyTest {
    private static final String ISSUER = "https://token.actions.githubusercontent.com";
    private static final String HOST = "token.actions.githubusercontent.com";
    private static final int PATIENCE_MS = 10_000;

    private final Vertx vertx = Vertx.vertx();
    private final ThrowAwayAuthority authority = ThrowAwayAuthority.create(Clock.systemUTC());
    private final SimulatedHosts hosts = new SimulatedHosts();
    private final Listening issuer =
            hosts.at(ISSUER).listen(request -> request.response().end("issuer " + request.path()));
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Refusals refusals = new Refusals(told::add);
    private final LoopbackServer elsewhere = LoopbackServer.start(
            vertx,
            0,
            Optional.empty(),
            request -> request.body()
                    .onSuccess(body -> request.response()
                            .putHeader("X-Seen", request.method() + " " + request.uri())
                            .end("elsewhere " + body + request.getHeader("Proxy-Authorization"))));
    private final ForwardProxy proxy = start(Set.of("localhost"));

    @AfterEach
    void stop() {
        proxy.close();
        elsewhere.close();
        vertx.close();
    }

    private ForwardProxy start(Set<String> allowed) {
        return ForwardProxy.start(vertx, hosts, authority, new ForwardProxy.Options(0, allowed), refusals);
    }

    @Test
    void aTunnelToASimulatedHostEndsAtAServerWithACertificateForIt() throws Exception {
        var answer = get(ISSUER + "/.well-known/jwks");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("issuer /.well-known/jwks");
        var certificate = (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> name.get(1))
                .isEqualTo(List.of(HOST));
        assertThat(told).isEmpty();
    }

    @Test
    void everyHostHasItsOwnServer() throws Exception {
        try (var forge = hosts.at("https://api.github.com")
                .listen(request -> request.response().end("forge"))) {
            assertThat(get("https://api.github.com/users/x").body()).isEqualTo("forge");
            assertThat(get(ISSUER + "/x").body()).isEqualTo("issuer /x");
            assertThat(hosts.names()).containsExactly("api.github.com", HOST);
        }

        assertThat(connect("api.github.com:443", "")).startsWith("HTTP/1.1 403");
    }

    @Test
    void whoeverCameLastAnswersUntilLeaving() throws Exception {
        try (var other = hosts.at(ISSUER).listen(request -> request.response().end("other"))) {
            assertThat(other.url()).isEqualTo(ISSUER);
            assertThat(get(ISSUER + "/x").body()).isEqualTo("other");
        }

        assertThat(get(ISSUER + "/x").body()).isEqualTo("issuer /x");
    }

    @Test
    void namesAreTheSameInCapitalsAndWithTheRootsDot() {
        assertThat(hosts.knows("TOKEN.actions.githubusercontent.com.")).isTrue();
        assertThat(hosts.knows("actions.githubusercontent.com")).isFalse();
        assertThat(hosts.knows("x." + HOST)).isFalse();
    }

    @Test
    void otherHostsAreRefusedWithATextThatSaysSoAndToldOnce() throws Exception {
        var answer = connect("pypi.org:443", "Host: pypi.org:443\r\n");
        connect("pypi.org:443", "");
        connect("pypi.org:8443", "");

        assertThat(answer)
                .startsWith("HTTP/1.1 403")
                .contains("does not lead to pypi.org:443")
                .contains(HOST)
                .contains("--proxy-allow pypi.org");
        assertThat(told).containsExactly("pypi.org:443", "pypi.org:8443");
        assertThat(refusals.all()).containsExactly("pypi.org:443", "pypi.org:8443");
    }

    @Test
    void thisMachineIsRefusedToo() throws Exception {
        try (var strict = start(Set.of())) {
            var port = elsewhere.port();
            assertThat(speak(strict, "CONNECT 127.0.0.1:" + port + " HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 403");
            assertThat(speak(strict, "CONNECT [::1]:" + port + " HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 403")
                    .contains("[::1]:" + port);
            assertThat(speak(strict, "GET http://localhost:" + port + "/ HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 403");
        }
        assertThat(told).hasSize(3);
    }

    @Test
    void aTunnelLeadsToAnAllowedHost() throws Exception {
        var answer = speak(
                proxy,
                "CONNECT localhost:" + elsewhere.port() + " HTTP/1.1\r\n\r\n",
                "GET /there HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("X-Seen: GET /there");
    }

    @Test
    void requestsInAbsoluteFormArePassedOnToAllowedHosts() throws Exception {
        var target = "http://localhost:" + elsewhere.port() + "/there?a=b";
        var got = speak(proxy, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nProxy-Authorization: secret\r\n\r\n");
        var posted = speak(proxy, "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody");

        assertThat(got).startsWith("HTTP/1.1 200").contains("X-Seen: GET /there?a=b", "elsewhere null");
        assertThat(posted).startsWith("HTTP/1.1 200").contains("X-Seen: POST /there?a=b", "elsewhere bodynull");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://" + HOST + "/x", "HTTP://TOKEN.actions.githubusercontent.com:80/x", ISSUER + "/x"})
    void requestsInAbsoluteFormForSimulatedHostsAreAnswered(String target) throws Exception {
        assertThat(speak(proxy, "GET " + target + " HTTP/1.1\r\nHost: whatever\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .endsWith("issuer /x");
    }

    @Test
    void anAllowedHostWhereNobodyListensIsABadGateway() throws Exception {
        var port = elsewhere.port();
        elsewhere.close();

        assertThat(connect("localhost:" + port, "")).startsWith("HTTP/1.1 502").contains("localhost:" + port);
        assertThat(speak(proxy, "GET http://localhost:" + port + "/ HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 502");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "CONNECT / HTTP/1.1",
                "CONNECT " + HOST + " HTTP/1.1",
                "CONNECT " + HOST + ":0 HTTP/1.1",
                "CONNECT " + HOST + ":70000 HTTP/1.1",
                "CONNECT [::1:443 HTTP/1.1",
                "CONNECT https://" + HOST + ":443 HTTP/1.1",
                "GET ftp://" + HOST + "/ HTTP/1.1",
                "GET http:///x HTTP/1.1"
            })
    void whatIsNoRequestToAProxyIsABadRequest(String line) throws Exception {
        assertThat(speak(proxy, line + "\r\nHost: " + HOST + "\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void aSimulatedHostAnswersOnOnePortOnly() throws Exception {
        assertThat(connect(HOST + ":22", "")).startsWith("HTTP/1.1 403").contains("port 443");
    }

    @Test
    void clientsOfOldAreServed() throws Exception {
        assertThat(speak(proxy, "CONNECT " + HOST + ":443 HTTP/1.0\r\n\r\n")).contains(" 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pypi.org", "x.token.actions.githubusercontent.com"})
    void aHandshakeForAHostThatIsNotSimulatedFails(String name) throws Exception {
        assertThatThrownBy(() -> handshake(name)).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void manyAreServedAtOnce() throws Exception {
        var client = client();
        var answers = IntStream.range(0, 50)
                .mapToObj(i -> client.sendAsync(
                        HttpRequest.newBuilder(URI.create(ISSUER + "/" + i)).build(), BodyHandlers.ofString()))
                .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    void thereIsAnEndToTunnels() throws Exception {
        var idle = new ArrayList<Socket>();
        try {
            for (var i = 0; i < Tunnels.MOST; i++) {
                idle.add(opened("CONNECT " + HOST + ":443 HTTP/1.1\r\n\r\n"));
            }
            assertThat(connect(HOST + ":443", "")).startsWith("HTTP/1.1 503");
        } finally {
            for (var socket : idle) {
                socket.close();
            }
        }
    }

    private HttpClient client() {
        try {
            return HttpClient.newBuilder()
                    .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", port(proxy))))
                    .sslContext(trusting())
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String url) throws Exception {
        return client().send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private SSLContext trusting() throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("authority", authority.certificate());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Through a tunnel to the simulated host, in the name of another one. */
    private void handshake(String name) throws Exception {
        try (var socket = opened("CONNECT " + HOST + ":443 HTTP/1.1\r\n\r\n");
                var tls = (SSLSocket) trusting().getSocketFactory().createSocket(socket, name, 443, true)) {
            var parameters = tls.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(name)));
            tls.setSSLParameters(parameters);
            tls.startHandshake();
        }
    }

    private String connect(String target, String headers) throws IOException {
        return speak(proxy, "CONNECT " + target + " HTTP/1.1\r\n" + headers + "\r\n");
    }

    private Socket opened(String request) throws IOException {
        var socket = socket(proxy);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        assertThat(head).startsWith("HTTP/1.1 200");
        return socket;
    }

    /** Everything that is answered to what is said, until the other side hangs up or has said all of it. */
    private static String speak(ForwardProxy proxy, String... said) throws IOException {
        try (var socket = socket(proxy)) {
            var answer = new StringBuilder();
            for (var i = 0; i < said.length; i++) {
                socket.getOutputStream().write(said[i].getBytes(StandardCharsets.US_ASCII));
                answer.append(heard(socket));
            }
            return answer.toString();
        }
    }

    private static String heard(Socket socket) throws IOException {
        var text = new StringBuilder();
        var in = socket.getInputStream();
        for (var octet = in.read(); octet >= 0; octet = in.read()) {
            text.append((char) octet);
            if (text.indexOf("\r\n\r\n") >= 0 && isWhole(text.toString())) {
                break;
            }
        }
        return text.toString();
    }

    private static boolean isWhole(String message) {
        var end = message.indexOf("\r\n\r\n");
        var length = message.substring(0, end)
                .lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .map(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return message.length() - end - 4 >= length;
    }

    private static Socket socket(ForwardProxy proxy) throws IOException {
        var socket = new Socket("127.0.0.1", port(proxy));
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    private static int port(ForwardProxy proxy) {
        return URI.create(proxy.url()).getPort();
    }
}
