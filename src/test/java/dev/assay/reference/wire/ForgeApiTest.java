package dev.assay.reference.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.loopback.LoopbackServer;
import dev.assay.reference.core.forge.Forge.Named;
import dev.assay.reference.core.forge.ForgeUnavailable;
import io.vertx.core.Vertx;
import jakarta.ws.rs.client.Client;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeApiTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Client CLIENT = ForgeApi.client(VERTX, Optional.empty());

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterAll
    static void close() {
        CLIENT.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void namesLeadToIdsAndWhatElseIsSaidDoesNotMatter() {
        try (var server = answering(200, "{\"id\": 1001, \"login\": \"Octo\", \"type\": \"User\"}")) {
            assertThat(api(server).owner("octo")).contains(new Named("1001", "Octo"));
        }
        try (var server = answering(200, "{\"id\": 2001, \"name\": \"widget\", \"owner\": {\"id\": 1001}}")) {
            assertThat(api(server).repository("octo", "widget")).contains(new Named("2001", "widget"));
        }
        assertThat(asked).containsExactly("/users/octo", "/repos/octo/widget");
    }

    @Test
    void aNameIsOneSegmentOfThePathWhateverStandsInIt() {
        try (var server = answering(404, "{}")) {
            assertThat(api(server).repository("a/b?c", "d e%")).isEmpty();
        }
        assertThat(asked).containsExactly("/repos/a%2Fb%3Fc/d%20e%25");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404})
    void anotherStatusMeansThatThereIsNone(int status) {
        try (var server = answering(status, "{\"message\": \"Not Found\"}")) {
            assertThat(api(server).owner("nobody")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 500, 503})
    void aStatusThatSpeaksOfTroubleSaysNothing(int status) {
        try (var server = answering(status, "{\"message\": \"API rate limit exceeded\"}")) {
            var api = api(server);
            assertThatThrownBy(() -> api.owner("octo")).isInstanceOf(ForgeUnavailable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[1]", "{\"id\": ", "{}", "{\"id\": null, \"login\": \"octo\"}"})
    void whatIsNoAnswerSaysNothing(String body) {
        try (var server = answering(200, body)) {
            var api = api(server);
            assertThatThrownBy(() -> api.owner("octo")).isInstanceOf(ForgeUnavailable.class);
        }
    }

    @Test
    void nobodyThereSaysNothing() {
        URI gone;
        try (var server = answering(200, "{}")) {
            gone = URI.create(server.url());
        }
        var api = new ForgeApi(CLIENT, gone);
        assertThatThrownBy(() -> api.owner("octo")).isInstanceOf(ForgeUnavailable.class);
    }

    private static ForgeApi api(LoopbackServer server) {
        return new ForgeApi(CLIENT, URI.create(server.url()));
    }

    private LoopbackServer answering(int status, String body) {
        return LoopbackServer.start(VERTX, 0, Optional.empty(), request -> {
            asked.add(request.uri());
            request.response()
                    .putHeader("Content-Type", "application/json; charset=utf-8")
                    .setStatusCode(status)
                    .end(body);
        });
    }
}
