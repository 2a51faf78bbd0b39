package dev.assay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene.Reply;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictRegistryTest {

    @Test
    void aSoundTokenIsExchangedAndNotCached() {
        try (var scene = Scene.of("strict").withPolicy("widget")) {
            var reply = scene.mint(scene.claims());

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.json().path("token").asText()).startsWith("pypi-AgEJMTI3LjAuMC4x");
        }
    }

    @Test
    void refusalsNameTheStepThatFailed() {
        try (var scene = Scene.of("strict").withPolicy("widget")) {
            assertThat(scene.mint(scene.claims("aud", "other")).code()).isEqualTo("invalid-audience");
            assertThat(scene.mint(scene.claims("exp", 1)).code()).isEqualTo("expired-token");
            assertThat(scene.mint(scene.claims("iss", "https://x.test")).code()).isEqualTo("invalid-issuer");
            assertThat(scene.mint(scene.claims("iss", List.of("x"))).status()).isEqualTo(422);
            assertThat(scene.mint(scene.claims("repository", "evil/widget")).code())
                    .isEqualTo("invalid-publisher");
        }
    }

    @Test
    void refusalsNameNoPoliciesUnlessThoseOfTheSameOwnerAreHints() {
        for (var hints : List.of("toNobody", "toTheSameOwner")) {
            try (var scene = Scene.of("strict", "{policies: {hints: %s}}".formatted(hints))
                    .withPolicy("widget")) {
                var neighbour = scene.claims("repository", "octo/gadget");
                var stranger = scene.claims("repository", "evil/widget");
                stranger.put("repository_owner", "evil");

                assertThat(scene.mint(neighbour).description().contains("release.yml"))
                        .isEqualTo(hints.equals("toTheSameOwner"));
                assertThat(scene.mint(stranger).description()).doesNotContain("release.yml");
            }
        }
    }

    @Test
    void aLongBodyIsRefusedAndTheNextRequestServed() {
        try (var scene = Scene.of("strict").withPolicy("widget")) {
            assertThat(scene.mintText("x".repeat(70_000)).status()).isEqualTo(413);
            assertThat(scene.mintText("x".repeat(20_000)).status()).isEqualTo(422);
            assertThat(scene.mintText("[".repeat(50_000)).status()).isEqualTo(422);
            assertThat(scene.mint(scene.claims()).status()).isEqualTo(200);
        }
    }

    @Test
    void parallelExchangesAllWork() {
        try (var scene = Scene.of("strict").withPolicy("widget")) {
            var statuses = IntStream.range(0, 20)
                    .parallel()
                    .map(exchange -> scene.mint(scene.claims()).status())
                    .toArray();

            assertThat(statuses).containsOnly(200);
            assertThat(scene.issuer().keySetRequests()).isEqualTo(1);
        }
    }

    @Test
    void tooManyExchangesAtOnceCanBeMadeToCrash() {
        try (var scene =
                Scene.of("strict", "{load: {simultaneousExchanges: 0}}").withPolicy("widget")) {
            assertThat(scene.mint(scene.claims()).status()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "empty", "jsonWithoutCode"})
    void refusalsCanBeHardToRead(String body) {
        try (var scene = Scene.of("strict", "{answers: {body: %s}}".formatted(body))) {
            var reply = scene.mint(scene.claims());

            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.body()).doesNotContain("invalid-publisher");
        }
    }

    @Test
    void refusalsCanBeUniformAndTalkative() {
        try (var scene = Scene.of(
                        "strict", "{answers: {shape: uniform, uniform: {description: '{idToken} {policies}'}}}")
                .withPolicy("widget")) {
            var token = scene.sign(scene.claims("repository", "evil/widget"));
            var reply = scene.mintText(token);

            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.code()).isEqualTo("refused");
            assertThat(reply.description()).contains(token).contains("release.yml");
        }
    }

    @Test
    void aTokenCanBeEchoed() {
        try (var scene = Scene.of("strict", "{answers: {echo: idToken}}").withPolicy("widget")) {
            assertThat(scene.mint(scene.claims()).json().path("id_token").asText())
                    .isNotEmpty();
        }
        for (var echo : List.of("nothing", "registryTokenInEvents")) {
            try (var scene =
                    Scene.of("strict", "{answers: {echo: %s}}".formatted(echo)).withPolicy("widget")) {
                var token = scene.registryToken();
                var events = scene.administer("GET", "/events?package=widget", scene.session(), "");

                assertThat(events.body().contains(token)).isEqualTo(echo.equals("registryTokenInEvents"));
            }
        }
    }

    @Test
    void maintainersAdministerTheirPackages() {
        try (var scene = Scene.of("strict")) {
            var alice = scene.session();
            assertThat(scene.session("alice")).isEqualTo(alice);
            assertThat(post(scene, "/packages", alice, "{\"name\":\"widget\"}").status())
                    .isEqualTo(201);
            assertThat(post(scene, "/packages", alice, "{\"name\":\"Widget\"}").status())
                    .isEqualTo(409);
            assertThat(post(scene, "/packages", alice, "{\"name\":\"-\"}").status())
                    .isEqualTo(422);
            assertThat(post(scene, "/packages", "", "{\"name\":\"other\"}").status())
                    .isEqualTo(403);
            assertThat(post(scene, "/packages/widget/owners", alice, "{\"name\":\"bob\"}")
                            .status())
                    .isEqualTo(201);
            var id = scene.policy("widget", scene.policy());
            var shown = scene.administer("GET", "/packages/widget", "", "").json();
            assertThat(shown.path("owners").toString()).isEqualTo("[\"alice\",\"bob\"]");
            assertThat(shown.path("publishers").path(0).path("id").asText()).isEqualTo(id);
            assertThat(shown.path("publishers")
                            .path(0)
                            .path("ids")
                            .path("ownerId")
                            .asText())
                    .isEqualTo("1001");
            var path = "/packages/widget/publishers/";
            assertThat(scene.administer("DELETE", path + "x", alice, "").status())
                    .isEqualTo(404);
            assertThat(scene.administer("DELETE", path + UUID.randomUUID(), alice, "")
                            .status())
                    .isEqualTo(404);
            assertThat(scene.administer("DELETE", path + id, alice, "").status())
                    .isEqualTo(204);
            assertThat(scene.administer("GET", "/packages/nothing", "", "").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void nonsenseAndStrangersAreRefused() {
        try (var scene = Scene.of("strict").withPackage("widget")) {
            var bob = scene.session("bob");
            var policy = scene.policy();
            assertThat(post(scene, "/packages/widget/publishers", bob, Scene.write(policy))
                            .status())
                    .isEqualTo(403);
            policy.put("workflow", ".github/workflows/release.yml");
            var reply = post(scene, "/packages/widget/publishers", scene.session(), Scene.write(policy));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.json().path("code").asText()).isEqualTo("invalid-workflow");
            assertThat(post(scene, "/accounts", "", "{").status()).isEqualTo(400);
            assertThat(post(scene, "/accounts", "", "{}").status()).isEqualTo(400);
            assertThat(post(scene, "/clock", "", "{}").status()).isEqualTo(400);
        }
    }

    @Test
    void aRegistryTokenCannotAdminister() {
        for (var actions : List.of("publish", "manage")) {
            try (var scene = Scene.of("strict", "{tokens: {actions: %s}}".formatted(actions))
                    .withPolicy("widget")) {
                var token = scene.registryToken();

                assertThat(post(scene, "/packages/widget/owners", token, "{\"name\":\"mallory\"}")
                                .status())
                        .isEqualTo(actions.equals("manage") ? 201 : 403);
            }
        }
    }

    @Test
    void settingsPendingPublishersTokensAndTheClockAreThere() {
        try (var scene = Scene.of("strict").withPackage("widget")) {
            var alice = scene.session();
            var settings = "{\"longLivedTokens\":\"refused\"}";
            assertThat(scene.administer("PUT", "/packages/widget/settings", alice, settings)
                            .status())
                    .isEqualTo(200);
            assertThat(scene.administer("PUT", "/packages/widget/settings", alice, "{\"longLivedTokens\":\"?\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(post(scene, "/api-tokens", alice, "{\"package\":\"widget\"}")
                            .json()
                            .path("token")
                            .asText())
                    .startsWith("pypi-");
            var pending = scene.policy();
            pending.put("package", "newborn");
            assertThat(post(scene, "/pending-publishers", alice, Scene.write(pending))
                            .status())
                    .isEqualTo(201);
            assertThat(scene.administer("GET", "/pending-publishers", alice, "")
                            .json()
                            .path(0)
                            .path("package")
                            .asText())
                    .isEqualTo("newborn");
            assertThat(post(scene, "/clock", "", "{\"advanceSeconds\":960}").body())
                    .isEqualTo("{\"now\":\"2026-08-21T12:16:00Z\"}");
            assertThat(scene.administer("GET", "/clock", "", "").body()).contains("12:16:00Z");
        }
        try (var scene = Scene.of("pypi").withPackage("widget")) {
            assertThat(scene.administer(
                                    "PUT",
                                    "/packages/widget/settings",
                                    scene.session(),
                                    "{\"longLivedTokens\":\"refused\"}")
                            .status())
                    .isEqualTo(501);
        }
    }

    private static Reply post(Scene scene, String path, String session, String body) {
        return scene.administer("POST", path, session, body);
    }
}
