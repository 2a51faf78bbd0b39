package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.RegistryPark;
import dev.assay.run.EmbeddedRegistries.Surroundings;
import dev.assay.tls.ServerIdentity;
import dev.assay.tls.ThrowAwayAuthority;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Profiles that are wrong in one respect, and what the probe says of each. */
class ProbeTest {
    private static final String BASE = "extends: pypi-strict\nkeeps: [embedded]\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private record Ended(int exitCode, String out, String err) {
        /** What was printed, as if no line were ever broken. */
        String flowing() {
            return out.replaceAll("\\s+", " ");
        }
    }

    @Test
    void aSoundProfileTakesEveryStep() throws IOException {
        var ended = probe("");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.flowing())
                .contains("8 of 8 steps done", "exchange.granted fits: status 200", "\"iss\": \"http://127.0.0.1:")
                .contains("Not exercised: provision.operations.addOwner")
                .doesNotContain("hint:");
    }

    @Test
    void neitherAnIdTokenNorARegistryTokenIsShown() throws IOException {
        assertThat(probe("exchange: {granted: {extract: {token: $.nowhere}}}").out())
                .contains("mint-token", "\"success\":true")
                .doesNotContainPattern("eyJ[A-Za-z0-9_-]{20}")
                .doesNotContainPattern("pypi-[A-Za-z0-9_-]{20}");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "audience: {discover: {request: {method: GET, path: /audience}}}",
                        "audience",
                        "The registry knows no GET /audience: the path may be wrong (audience.discover.request.path)"),
                mistake(
                        "audience: {discover: null, literal: somebody-else}",
                        "exchange",
                        "the token's aud is 'somebody-else'"),
                mistake(
                        "exchange: {request: {path: /_/oidc/mint}}",
                        "exchange",
                        "The registry knows no POST /_/oidc/mint: the path may be wrong (exchange.request.path)"),
                mistake(
                        "exchange: {request: {body: '{\"jwt\":\"{idToken.json}\"}'}}",
                        "exchange",
                        "the registry did not ask the issuer for anything"),
                mistake(
                        "exchange: {request: {body: '{\"token\":\"{idTokn.json}\"}'}}",
                        "exchange",
                        "a template of the profile cannot be used"),
                mistake(
                        "exchange: {granted: {status: [201]}}",
                        "exchange",
                        "status 200 is listed nowhere in exchange (granted lists [201], refused[0] lists [413, 422])."
                                + " If 200 means yes here, add it to exchange.granted.status."),
                mistake(
                        "exchange: {granted: {extract: {token: $.access_token}}}",
                        "exchange",
                        "exchange.granted.extract.token: $.access_token finds nothing; the body's top-level members are"
                                + " expires, success, token. Perhaps $.token"),
                mistake(
                        "exchange: {granted: {extract: {token: header X-Token}}}",
                        "exchange",
                        "there is no header field X-Token; there are"),
                mistake(
                        "exchange: {granted: {where: {$.success: 'yes'}}}",
                        "exchange",
                        "status 200 is listed in exchange, but no kind of answer that lists it fits"),
                mistake(
                        "publish: {operation: {granted: {status: [201]}}}",
                        "publish",
                        "If 200 means yes here, add it to publish.operation.granted.status."),
                mistake(
                        "publish: {operation: {request: {path: /upload/}}}",
                        "publish",
                        "The registry knows no POST /upload/"),
                mistake(
                        "readBack: {version: {request: {path: '/simple/{package.path}/'}}}",
                        "read back",
                        "because the body is not JSON (text/html"),
                mistake(
                        "readBack: {version: {request: {path: '/pypi/{package.path}/json'}, granted: {extract: {sha256:"
                                + " $.digest}}}}",
                        "read back",
                        "Perhaps $.urls[0].digests"),
                mistake(
                        "readBack: {version: {request: {path: '/pypi/{package.path}/9/json'}}}",
                        "read back",
                        "readers do not see the version that was just published"),
                mistake(
                        "readBack: {version: {granted: {extract: {sha256: '$.urls[0].digests.md5'}}}}",
                        "read back",
                        "has to be the SHA-256 of the artifact's bytes"),
                mistake(
                        "provision: {operations: {account: {request: {path: /_assay/users}}}}",
                        "account",
                        "is the administration of Assay's embedded registries"),
                mistake(
                        "provision: {operations: {package: null}}",
                        "package",
                        "the profile's provisioning has no operation 'package'"),
                mistake(
                        "provision: {operations: {publisher: {granted: {extract: {id: $.number}}}}}",
                        "trusted publisher",
                        "provision.operations.publisher.granted.extract.id: $.number finds nothing"));
    }

    private static Arguments mistake(String difference, String step, String hint) {
        return Arguments.of(difference, step, hint);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWhereItShows(String difference, String step, String hint) throws IOException {
        var ended = probe(difference);

        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
        assertThat(ended.out()).containsPattern("(?m)^✗ " + step + ": ");
        assertThat(ended.flowing()).contains(hint);
    }

    @Test
    void aTokenUnlikeThePromisedOneIsNotedAndNoMistake() throws IOException {
        var ended = probe("token: {prefix: mine-}");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.flowing()).contains("note: token.prefix is 'mine-', and this token begins with 'pypi'");
    }

    @Test
    void programsGetJson() throws IOException {
        var ended = probe("exchange: {request: {path: /_/oidc/mint}}", "--json");

        var json = new ObjectMapper().readTree(ended.out());
        assertThat(json.at("/exitCode").asInt()).isEqualTo(1);
        assertThat(json.at("/steps/5/title").asText()).isEqualTo("exchange");
        assertThat(json.at("/steps/5/state").asText()).isEqualTo("FAILED");
        assertThat(json.at("/steps/5/hints/0").asText()).contains("/_/oidc/mint");
        assertThat(json.at("/steps/6/state").asText()).isEqualTo("NOT_REACHED");
    }

    @Test
    void aPolicyThatIsEnteredByHandIsShownFirst() throws IOException {
        var ended = probe("provision: {by: manual, operations: null}");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("entered by hand", "with --run-id ");
        assertThat(ended.out()).contains("repository: widget", "workflow: release.yml");
    }

    @Test
    void withTheRunIdOfAPolicyThatWasNotEnteredTheExchangeIsRefused() throws IOException {
        var ended = probe("provision: {by: manual, operations: null}", "--run-id", "again");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.flowing())
                .contains("provisioning: was entered by hand before", "package: assay-again-", "at the policy");
    }

    @Test
    void aRegistryThatKnowsAnotherIssuerNeverAsksThisOne() throws Exception {
        var ended = served(Optional.empty(), "http");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.flowing()).contains("the registry did not ask the issuer for anything", "docs/proxy.md");
    }

    @Test
    void aCertificateOfAnUnknownAuthorityAsksForItsFile() throws Exception {
        var identity = ThrowAwayAuthority.create(Clock.systemUTC()).serverIdentity("localhost", "127.0.0.1");

        var ended = served(Optional.of(identity), "https");

        assertThat(ended.exitCode()).as(ended.out()).isEqualTo(2);
        assertThat(ended.flowing()).contains("give its PEM file with --ca");
    }

    @Test
    void aCertificateForAnotherHostIsSaid() throws Exception {
        var authority = ThrowAwayAuthority.create(Clock.systemUTC());
        authority.saveCertificate(folder);

        var ended = served(
                Optional.of(authority.serverIdentity("registry.example")),
                "https",
                "--ca",
                folder.resolve("ca.pem").toString());

        assertThat(ended.exitCode()).as(ended.out()).isEqualTo(2);
        assertThat(ended.flowing()).contains("the certificate is not made for the host of https://localhost");
    }

    @Test
    void plainHttpBehindHttpsIsSaid() throws Exception {
        var ended = served(Optional.empty(), "https");

        assertThat(ended.exitCode()).as(ended.out()).isEqualTo(2);
        assertThat(ended.flowing()).contains("speaks plain HTTP: write http:// in --target");
    }

    @Test
    void tlsBehindHttpIsSaid() throws Exception {
        var identity = ThrowAwayAuthority.create(Clock.systemUTC()).serverIdentity("localhost", "127.0.0.1");

        var ended = served(Optional.of(identity), "http");

        assertThat(ended.exitCode()).as(ended.out()).isEqualTo(2);
        assertThat(ended.flowing()).contains("write https:// in --target");
    }

    @Test
    void aTargetThatIsDownIsSaidBeforeAnything() throws IOException {
        var ended = probe("", "--target", "http://127.0.0.1:1");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("nothing answers there", "start the registry first");
    }

    /** Probes a registry that trusts nobody here. */
    private Ended served(Optional<ServerIdentity> identity, String scheme, String... more) throws Exception {
        var vertx = Vertx.vertx();
        try (var park = new RegistryPark(vertx);
                var registry = new ReferenceRegistries(park)
                        .start(
                                "strict",
                                new Surroundings(
                                        Map.of("github", "http://127.0.0.1:9"),
                                        URI.create("http://127.0.0.1:9"),
                                        0,
                                        identity,
                                        Optional.empty()))) {
            var arguments = Stream.of(
                    "--run-id",
                    "here",
                    "--target",
                    scheme + "://localhost:" + registry.baseUri().getPort(),
                    "--issuer",
                    "http://localhost:" + freePort());
            return probe(
                    "provision: {by: manual, operations: null}",
                    Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Ended probe(String difference, String... arguments) throws IOException {
        var file = Files.writeString(folder.resolve("mine.yaml"), BASE + difference + "\n");
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = AssayCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("probe", file.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
