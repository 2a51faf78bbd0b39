package dev.assay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class IssuerTroubleTest {
    @Test
    void everyKindOfTroubleAtTheIssuerIsACleanRefusalAndPasses() {
        List<Consumer<HttpServerRequest>> troubles = List.of(
                request -> request.connection().close(),
                request -> request.response().setStatusCode(500).end(),
                request -> request.response().end("<html>"),
                request -> request.response()
                        .setStatusCode(302)
                        .putHeader("Location", "/elsewhere")
                        .end(),
                request -> request.response().end(Buffer.buffer(new byte[300_000])),
                request -> request.response().setChunked(true).write("{"));
        for (var trouble : troubles) {
            try (var scene =
                    Scene.of("strict", "{keys: {fetchTimeoutMillis: 500}}").withPolicy("widget")) {
                scene.issuer().behave(trouble);
                var reply = scene.mint(scene.claims());
                assertThat(reply.status()).isEqualTo(422);
                assertThat(reply.code()).isEqualTo("issuer-unavailable");

                scene.issuer().recover();
                assertThat(scene.mint(scene.claims()).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void anAnswerThatDoesNotEndInTimeIsARefusalUnlessOnlyItsBeginningIsTimed() {
        for (var timed : List.of("startToEnd", "untilAnswerBegins")) {
            try (var scene = Scene.of("strict", "{keys: {fetchTimeoutMillis: 500, fetchTimeout: %s}}".formatted(timed))
                    .withPolicy("widget")) {
                scene.issuer().behave(request -> {
                    request.response().setChunked(true).write(" ");
                    scene.issuer().recover();
                    Vertx.currentContext()
                            .owner()
                            .setTimer(700, later -> scene.issuer().serve(request));
                });

                assertThat(scene.mint(scene.claims()).status()).isEqualTo(timed.equals("startToEnd") ? 422 : 200);
            }
        }
    }

    @Test
    void theRealIndexCrashesWhenTheIssuerIsOutOfReach() {
        try (var scene = Scene.of("pypi").withPolicy("widget")) {
            scene.issuer().behave(request -> request.connection().close());
            assertThat(scene.mint(scene.claims()).status()).isEqualTo(500);
            scene.issuer()
                    .behave(request -> request.response().setStatusCode(500).end());
            assertThat(scene.mint(scene.claims()).code()).isEqualTo("invalid-token");
        }
    }

    @Test
    void redirectsAreFollowedWhereTheBehaviourFollowsThem() {
        try (var scene = Scene.of("strict", "{keys: {redirects: followed}}").withPolicy("widget")) {
            var target = scene.issuer().url() + "/.well-known/jwks";
            scene.issuer()
                    .publishText("{\"issuer\":\"%s\",\"jwks_uri\":\"%s\",\"keys\":[%s]}"
                            .formatted(
                                    scene.issuer().url(),
                                    target,
                                    Scene.KEY.toPublicJWK().toJSONString()));
            scene.issuer().behave(request -> {
                if (request.path().endsWith("openid-configuration")) {
                    request.response()
                            .setStatusCode(302)
                            .putHeader("Location", target)
                            .end();
                } else {
                    scene.issuer().serve(request);
                }
            });

            assertThat(scene.mint(scene.claims()).status()).isEqualTo(200);
        }
    }
}
