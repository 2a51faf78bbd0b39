package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.Wire.NoAnswerException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PendingAnswerTest {
    private static final Vertx VERTX = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private static final HttpClient CLIENT = VERTX.createHttpClient(new HttpClientOptions().setMaxPoolSize(8));
    private static final String BODY = "answer ".repeat(100);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Freshness freshness = new Freshness(now::get);
    private final AtomicInteger connections = new AtomicInteger();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aConnectionIsUsedAgainWhileItIsFreshAndNoAnswerIsLostWhenItIsNot() throws Exception {
        var server = VERTX.createHttpServer()
                .connectionHandler(connection -> connections.incrementAndGet())
                .requestHandler(request -> request.response().end(BODY))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        answer(server.actualPort());
        answer(server.actualPort());
        assertThat(connections).hasValue(1);

        for (int i = 2; i < 40; i++) {
            now.updateAndGet(before -> before.plusSeconds(2));
            answer(server.actualPort());
            assertThat(connections).hasValue(i);
        }
    }

    private void answer(int port) throws NoAnswerException {
        var pending = new PendingAnswer(freshness);
        var options = new RequestOptions().setHost("127.0.0.1").setPort(port).setURI("/");
        VERTX.getOrCreateContext().runOnContext(go -> pending.begin(CLIENT, options, new byte[0], false));
        assertThat(pending.await(Duration.ofSeconds(20)).body()).isEqualTo(BODY);
    }
}
