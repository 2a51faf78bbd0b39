package dev.assay.clients;

import static org.awaitility.Awaitility.await;

import dev.assay.tls.ThrowAwayAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real peryx on this machine, over TLS, configured as docs/targets/peryx.md has it. */
final class PeryxServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final String CONFIGURATION = """
            host = "127.0.0.1"
            port = %d
            data_dir = "%s"

            [tls]
            cert = "%s"
            key = "%s"

            [rate_limit]
            enabled = false

            [auth]
            signing_key = "nobody else knows this text, and it signs registry tokens"
            oidc_audience = "peryx"

            [[index]]
            name = "legacy"
            route = "legacy"
            ecosystem = "pypi"
            hosted = true

            [[index.access_token]]
            name = "administrator"
            secret = "correct-horse-battery-staple"
            actions = ["write"]

            """;

    private final OutsideProgram peryx;
    private final URI base;
    private final Path authority;

    private PeryxServer(OutsideProgram peryx, URI base, Path authority) {
        this.peryx = peryx;
        this.base = base;
        this.authority = authority;
    }

    /**
     * Starts peryx and waits until it is ready.
     *
     * @param program the executable
     * @param publishers its trusted publishers, as tables of its configuration
     * @param issuers the authority of the issuers' certificates
     */
    static PeryxServer start(String program, Path folder, String publishers, Path issuers)
            throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        var authority = ThrowAwayAuthority.create(Clock.systemUTC());
        authority.saveCertificate(folder);
        var identity = authority.serverIdentity("localhost");
        var certificate = Files.writeString(folder.resolve("peryx.pem"), identity.certificateChainPem());
        var key = Files.writeString(folder.resolve("peryx.key"), identity.privateKeyPem());
        var port = freePort();
        var configuration = Files.writeString(
                folder.resolve("peryx.toml"),
                CONFIGURATION.formatted(port, folder.resolve("data"), certificate, key) + publishers);
        var server = new PeryxServer(
                OutsideProgram.start(
                        folder,
                        Map.of("SSL_CERT_FILE", issuers.toString(), "RUST_BACKTRACE", "0"),
                        List.of(program, "serve", "--config", configuration.toString())),
                URI.create("https://localhost:" + port),
                folder.resolve("ca.pem"));
        server.awaitReady();
        return server;
    }

    /** A port that was free a moment ago. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, GeneralSecurityException {
        var https = Https.trusting(authority);
        try {
            await().atMost(START).until(() -> !peryx.isRunning() || isReady(https));
        } catch (RuntimeException e) {
            close();
            throw new AssertionError("peryx does not get ready; " + output(), e);
        }
        if (!peryx.isRunning()) {
            throw new AssertionError("peryx ended at once; " + output());
        }
    }

    private boolean isReady(Https https) throws InterruptedException {
        try {
            return https.get(base.resolve("/+ready")).path("status").asText().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    URI base() {
        return base;
    }

    /** The authority of its certificate, as a PEM file. */
    Path authority() {
        return authority;
    }

    String output() {
        return peryx.output();
    }

    @Override
    public void close() {
        peryx.close();
    }
}
