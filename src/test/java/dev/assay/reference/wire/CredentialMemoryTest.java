package dev.assay.reference.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.loopback.LoopbackServer;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CredentialMemoryTest {
    private static final Vertx VERTX = Vertx.vertx();

    private final HttpClient oneConnection =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aConnectionKeepsTheCredentialOfTheRequestBefore() throws Exception {
        var router = Router.router(VERTX);
        router.route().handler(new CredentialMemory());
        router.route().handler(context -> context.end("" + context.request().getHeader("Authorization")));

        try (var server = LoopbackServer.start(VERTX, 0, Optional.empty(), router)) {
            assertThat(ask(server, "")).isEqualTo("null");
            assertThat(ask(server, "token")).isEqualTo("token");
            assertThat(ask(server, "")).isEqualTo("token");
        }
    }

    private String ask(LoopbackServer server, String credential) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url()));
        if (!credential.isEmpty()) {
            request.header("Authorization", credential);
        }
        return oneConnection
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
