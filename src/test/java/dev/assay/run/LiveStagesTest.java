package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.identity.server.IssuerHost;
import dev.assay.loopback.LoopbackServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a running registry finds below the address that it was given for issuers. */
class LiveStagesTest {
    private static final Laboratory LABORATORY = new Laboratory();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private IssuerHost issuers;
    private LiveStages stages;

    @BeforeEach
    void open() {
        issuers = IssuerHost.start(LABORATORY.vertx(), 0, Optional.empty());
        stages = stages("run");
    }

    private LiveStages stages(String runId) {
        return new LiveStages(
                new LoopbackServers(LABORATORY.vertx()),
                Laboratory.PROVIDER,
                URI.create("http://127.0.0.1:1"),
                runId,
                issuers);
    }

    @AfterEach
    void close() {
        issuers.close();
    }

    @AfterAll
    static void closeLaboratory() {
        LABORATORY.close();
    }

    @Test
    void everyScenarioHasTwoIssuersOfItsOwn() throws Exception {
        try (var one = stages.open("one");
                var other = stages.open("other")) {
            var issuer = one.identityProvider().issuer();
            var further = one.furtherProvider().orElseThrow().issuer();

            assertThat(issuer).isNotEqualTo(further).startsWith(issuers.url());
            assertThat(other.identityProvider().issuer()).isNotEqualTo(issuer);
            assertThat(get(issuer + "/.well-known/openid-configuration").body()).contains('"' + issuer + '"');
            assertThat(get(further + "/.well-known/openid-configuration").body())
                    .contains('"' + further + '"');
        }
    }

    @Test
    void whatAnAttackerSignsWithIsPublishedByNoIssuerOfAnyScenario() {
        try (var one = stages.open("one");
                var other = stages.open("other")) {
            var further = other.furtherProvider().orElseThrow();
            other.identityProvider().rotateKeys();
            other.identityProvider().replaceKeySilently();
            further.rotateKeys();

            assertThat(Stream.of(
                            one.impostor().signingKey(),
                            one.strangeProvider().signingKey(),
                            one.attacker().attacker().key()))
                    .doesNotContainAnyElementsOf(further.keys())
                    .doesNotContainAnyElementsOf(other.identityProvider().keys());
        }
    }

    /** A registry may know the keys and used ids of the last run for long. */
    @Test
    void anotherRunHasOtherIssuers() {
        try (var again = stages("again").open("one");
                var one = stages.open("one")) {
            assertThat(again.identityProvider().issuer())
                    .isNotEqualTo(one.identityProvider().issuer());
        }
    }

    @Test
    void theForgeKnowsEveryScenariosNamesBelowOneAddress() throws Exception {
        try (var one = stages.open("one");
                var other = stages.open("other")) {
            var octo = one.forge().createOwner("octo");
            var hubot = other.forge().createOwner("hubot");
            assertThat(one.unaskedForge()).contains(issuers.url() + "/api/v3");

            assertThat(forge("/users/octo").body()).contains(String.valueOf(octo.id()));
            assertThat(forge("/users/hubot").body()).contains(String.valueOf(hubot.id()));
            assertThat(forge("/users/nobody").statusCode()).isEqualTo(404);
            assertThat(one.unaskedForge()).isEmpty();
        }
    }

    private HttpResponse<String> forge(String path) throws IOException, InterruptedException {
        return get(issuers.url() + "/api/v3" + path);
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
