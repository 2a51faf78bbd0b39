package dev.assay.identity.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.assay.identity.key.KeySupply;
import dev.assay.identity.key.SigningKey;
import dev.assay.identity.key.SigningKeys;
import dev.assay.identity.provider.Provider;
import dev.assay.identity.provider.ProviderCatalogue;
import dev.assay.identity.token.IdToken;
import dev.assay.identity.workload.Owner;
import dev.assay.identity.workload.Repository;
import dev.assay.identity.workload.Visibility;
import dev.assay.identity.workload.Workload;
import dev.assay.tls.ThrowAwayAuthority;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdentityProviderServerTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Provider GITHUB =
            ProviderCatalogue.shipped().find("github-actions").orElseThrow();

    private final KeySupply keys = SigningKeys.shared().supply();
    private final IdentityProviderServer server =
            IdentityProviderServer.start(VERTX, GITHUB, Clock.systemUTC(), IssuerOptions.with(keys));
    private final Workload workload =
            Workload.of(new Repository(new Owner("octo-org", 65), "octo-repo", 74, Visibility.PUBLIC), "release.yml");

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void stopAll() {
        VERTX.close();
    }

    @Test
    void discoveryHasGitHubsMembersAndNoOthers() throws Exception {
        var discovery = json("/.well-known/openid-configuration");

        assertThat(discovery.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "issuer",
                        "jwks_uri",
                        "subject_types_supported",
                        "response_types_supported",
                        "claims_supported",
                        "id_token_signing_alg_values_supported",
                        "scopes_supported");
        assertThat(discovery.path("issuer").asText()).isEqualTo(server.issuer()).isEqualTo(server.url());
        assertThat(discovery.path("jwks_uri").asText()).isEqualTo(server.url() + "/.well-known/jwks");
    }

    @Test
    void keySetShowsBothStylesOfKeys() throws Exception {
        var published = StreamSupport.stream(keySet().spliterator(), false).toList();

        assertThat(published).hasSize(2);
        assertThat(published.get(0).path("kid").asText()).matches("[0-9A-F]{40}");
        assertThat(published.get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("kty", "alg", "use", "kid", "n", "e", "x5c", "x5t");
        assertThat(published.get(1).path("kid").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(published.get(1).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("kty", "alg", "use", "kid", "n", "e");
    }

    @Test
    void tokensVerifyWithThePublishedKeys() throws Exception {
        assertThat(verifies(server.mint().mint(workload, "pypi"))).isTrue();
    }

    @Test
    void rotationKeepsTheOldKeyUntilItIsWithdrawn() throws Exception {
        var before = server.signingKey();
        var old = server.mint().mint(workload, "pypi");

        var after = server.rotateKeys();

        assertThat(after.keyId()).isNotEqualTo(before.keyId());
        assertThat(verifies(server.mint().mint(workload, "pypi"))).isTrue();
        assertThat(verifies(old)).isTrue();

        server.withdrawKey(before);

        assertThat(keyIds()).contains(after.keyId()).doesNotContain(before.keyId());
    }

    @Test
    void silentReplacementKeepsTheNameAndChangesTheKey() throws Exception {
        var before = server.signingKey();
        var old = server.mint().mint(workload, "pypi");

        var after = server.replaceKeySilently();

        assertThat(after.keyId()).isEqualTo(before.keyId());
        assertThat(verifies(old)).isFalse();
        assertThat(verifies(server.mint().mint(workload, "pypi"))).isTrue();
    }

    @Test
    void anythingCanBePublishedAmongTheKeys() throws Exception {
        server.publishAlso("{\"kty\":\"EC\",\"kid\":\"strange\"}");

        assertThat(keyIds()).contains("strange").hasSize(3);
        assertThatThrownBy(() -> server.publishAlso("{")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoServersOfOneScenarioHaveDifferentKeys() {
        try (var other = IdentityProviderServer.start(VERTX, GITHUB, Clock.systemUTC(), IssuerOptions.with(keys));
                var attacker = UnwantedListener.start(VERTX, keys)) {
            assertThat(List.of(
                            server.signingKey(),
                            server.otherKey(),
                            other.signingKey(),
                            other.otherKey(),
                            attacker.attacker().key()))
                    .extracting(SigningKey::publicKey)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void fetchesAreCountedByWhoAskedForWhat() throws Exception {
        json("/.well-known/openid-configuration");
        keySet();
        keySet();

        assertThat(server.discoveryFetches()).hasSize(1);
        assertThat(server.keySetFetches())
                .hasSize(2)
                .allMatch(fetch -> fetch.url().equals(server.url() + "/.well-known/jwks")
                        && fetch.client().contains("Java"));
        assertThat(server.fetches())
                .hasSize(3)
                .allSatisfy(fetch -> assertThat(fetch.answer().orElseThrow())
                        .returns(200, Fetch.Answered::status)
                        .returns(true, Fetch.Answered::whole));
    }

    @Test
    void aFetchThatIsLeftWithoutAnAnswerIsNotAnswered() {
        server.behave(Fault.Kind.UNREACHABLE);

        assertThatIOException().isThrownBy(this::keySet);
        assertThat(server.fetches())
                .isNotEmpty()
                .noneMatch(fetch -> fetch.answer().filter(Fetch.Answered::whole).isPresent());
    }

    @Test
    void faultsChangeWhatIsServedUntilTheyAreOver() throws Exception {
        server.behave(Fault.Kind.SERVER_ERROR);
        assertThat(get("/.well-known/jwks").statusCode()).isEqualTo(500);

        server.behave(Fault.Kind.EMPTY_KEYS);
        assertThat(keySet()).isEmpty();

        server.behave(Fault.Kind.WRONG_ISSUER);
        assertThat(json("/.well-known/openid-configuration").path("issuer").asText())
                .isNotEqualTo(server.issuer());

        server.behave(new Fault.Redirect("https://elsewhere.invalid/jwks"));
        assertThat(get("/.well-known/jwks").headers().firstValue("Location"))
                .contains("https://elsewhere.invalid/jwks");

        server.behave(Fault.Kind.NONE);
        assertThat(keySet()).hasSize(2);
    }

    @Test
    void faultMayConcernOneDocumentOnly() throws Exception {
        server.behave(Fault.Kind.NOT_FOUND, IssuerDocument.KEY_SET);

        assertThat(get("/.well-known/jwks").statusCode()).isEqualTo(404);
        assertThat(get("/.well-known/openid-configuration").statusCode()).isEqualTo(200);
    }

    @Test
    void hugeAnswerArrivesWhole() throws Exception {
        server.behave(Fault.Kind.HUGE);

        assertThat(get("/.well-known/jwks").body().length()).isGreaterThan(8 * 1024 * 1024);
    }

    @Test
    void unreachableServerClosesTheConnection() {
        server.behave(Fault.Kind.UNREACHABLE);

        assertThatThrownBy(() -> get("/.well-known/jwks")).isInstanceOf(IOException.class);
    }

    @Test
    void slowAnswerIsGivenUpWhenTheServerCloses() {
        server.behave(new Fault.Slow(Duration.ofHours(1)));
        var answer = CLIENT.sendAsync(request("/.well-known/jwks"), HttpResponse.BodyHandlers.ofString());
        while (server.keySetFetches().isEmpty()) {
            Thread.onSpinWait();
        }

        server.close();

        assertThatThrownBy(answer::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void slowAnswerArrivesInTheEnd() throws Exception {
        server.behave(new Fault.Slow(Duration.ofMillis(20)));

        assertThat(keySet()).hasSize(2);
    }

    @Test
    void movedKeySetIsWhereTheDiscoveryDocumentSays() throws Exception {
        server.moveKeySet(LeftBehind.OLD_KEYS);
        server.rotateKeys();

        var address = URI.create(
                json("/.well-known/openid-configuration").path("jwks_uri").asText());
        assertThat(address).hasToString(server.keySetUrl());
        assertThat(json(address.getPath()).path("keys")).hasSize(3);
        assertThat(keySet()).hasSize(2);
    }

    @Test
    void movedKeySetMayLeaveNothingBehind() throws Exception {
        server.moveKeySet(LeftBehind.NOTHING);

        assertThat(get("/.well-known/jwks").statusCode()).isEqualTo(404);
    }

    @Test
    void drippingAnswerIsWholeInTheEnd() throws Exception {
        server.behave(new Fault.Dripping(Duration.ofMillis(1)));

        assertThat(keySet()).hasSize(2);
    }

    @Test
    void speaksTlsUnderItsAuthority() throws Exception {
        var authority = ThrowAwayAuthority.create(Clock.systemUTC());
        var options = IssuerOptions.with(keys).overTls(authority.serverIdentity("localhost", "127.0.0.1"));
        try (var secure = IdentityProviderServer.start(VERTX, GITHUB, Clock.systemUTC(), options)) {
            var trusting =
                    HttpClient.newBuilder().sslContext(trusting(authority)).build();
            var request = HttpRequest.newBuilder(URI.create(secure.keySetUrl())).build();

            assertThat(secure.issuer()).startsWith("https://localhost:");
            assertThat(trusting.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            assertThatThrownBy(() -> CLIENT.send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void mayCallItselfByTheRealName() throws Exception {
        var options = IssuerOptions.with(keys).calling(GITHUB.issuer());
        try (var renamed = IdentityProviderServer.start(VERTX, GITHUB, Clock.systemUTC(), options)) {
            assertThat(renamed.mint().mint(workload, "pypi").claim("iss")).contains(GITHUB.issuer());
            assertThat(renamed.keySetUrl()).isEqualTo(GITHUB.issuer() + "/.well-known/jwks");
        }
    }

    @Test
    void unwantedListenerOffersKeysThatVerify() throws Exception {
        try (var attacker = UnwantedListener.start(VERTX, keys)) {
            assertThat(attacker.contacts()).isEmpty();

            var offered = JWKSet.parse(CLIENT.send(
                            HttpRequest.newBuilder(URI.create(attacker.url() + "/jwks"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());

            assertThat(offered.getKeyByKeyId(attacker.attacker().key().keyId())).isNotNull();
            assertThat(attacker.contacts()).extracting(Fetch::url).containsExactly(attacker.url() + "/jwks");
        }
    }

    private boolean verifies(IdToken token) throws Exception {
        var jwt = SignedJWT.parse(token.compact());
        var key = JWKSet.parse(get("/.well-known/jwks").body())
                .getKeyByKeyId(jwt.getHeader().getKeyID());
        return key != null && jwt.verify(new RSASSAVerifier(key.toRSAKey()));
    }

    private List<String> keyIds() throws Exception {
        return StreamSupport.stream(keySet().spliterator(), false)
                .map(key -> key.path("kid").asText())
                .toList();
    }

    private JsonNode keySet() throws Exception {
        return json("/.well-known/jwks").path("keys");
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).build();
    }

    private static SSLContext trusting(ThrowAwayAuthority authority) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("authority", authority.certificate());
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
