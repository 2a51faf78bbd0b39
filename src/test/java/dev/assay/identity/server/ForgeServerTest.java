package dev.assay.identity.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.identity.workload.Visibility;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgeServerTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ForgeServer forge = ForgeServer.start(VERTX);

    @AfterEach
    void stop() {
        forge.close();
    }

    @AfterAll
    static void stopAll() {
        VERTX.close();
    }

    @Test
    void answersForAnOwnerInItsOwnSpelling() throws Exception {
        var owner = forge.createOwner("Octo-Org");

        var answer = json(get("/users/octo-org"));

        assertThat(answer.path("login").asText()).isEqualTo("Octo-Org");
        assertThat(answer.path("id").isIntegralNumber()).isTrue();
        assertThat(answer.path("id").asLong()).isEqualTo(owner.id());
        assertThat(answer.path("type").asText()).isEqualTo("User");
        assertThat(json(get("/user/" + owner.id()))).isEqualTo(answer);
    }

    @Test
    void answersForARepository() throws Exception {
        var owner = forge.createOwner("octo-org");
        var repository = forge.createRepository(owner, "octo-repo");

        var answer = json(get("/repos/octo-org/octo-repo"));

        assertThat(answer.path("id").asLong()).isEqualTo(repository.id());
        assertThat(answer.path("full_name").asText()).isEqualTo("octo-org/octo-repo");
        assertThat(answer.path("owner").path("id").asLong()).isEqualTo(owner.id());
        assertThat(answer.path("private").asBoolean()).isFalse();
        assertThat(answer.path("visibility").asText()).isEqualTo("public");
    }

    @Test
    void aPrivateRepositoryIsNotShown() throws Exception {
        var repository = forge.createRepository(forge.createOwner("octo-org"), "octo-repo");

        var hidden = forge.changeRepository(repository, repository.withVisibility(Visibility.PRIVATE));
        assertThat(get("/repos/octo-org/octo-repo").statusCode()).isEqualTo(404);

        forge.changeRepository(hidden, hidden.withVisibility(Visibility.PUBLIC));
        assertThat(json(get("/repos/octo-org/octo-repo")).path("private").asBoolean(true))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SERVER_ERROR, 500", "NOT_FOUND, 404", "TOO_MANY_REQUESTS, 429", "GARBAGE, 200", "NO_ID, 200"})
    void failsUntilItWorksAgain(ForgeFault fault, int status) throws Exception {
        forge.createOwner("octo-org");

        forge.behave(fault);
        var answer = get("/users/octo-org");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("octo-org");

        forge.behave(ForgeFault.NONE);
        assertThat(json(get("/users/octo-org")).path("id").isIntegralNumber()).isTrue();
        assertThat(forge.fetches()).hasSize(2);
    }

    @Test
    void keepsWhoeverAsksWaiting() {
        forge.createOwner("octo-org");
        forge.behave(ForgeFault.SILENCE);

        var answer = CLIENT.sendAsync(
                HttpRequest.newBuilder(URI.create(forge.url() + "/users/octo-org"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer).isNotDone();
        assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void nobodyIsNotFound() throws Exception {
        var answer = get("/users/nobody");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("message").asText()).isEqualTo("Not Found");
        assertThat(get("/repos/nobody/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void resurrectedOwnerHasTheNameAndAnotherId() throws Exception {
        var first = forge.createOwner("octo-org");
        forge.createRepository(first, "octo-repo");

        var second = forge.resurrectOwner("octo-org");

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(json(get("/users/octo-org")).path("id").asLong()).isEqualTo(second.id());
        assertThat(get("/user/" + first.id()).statusCode()).isEqualTo(404);
        assertThat(get("/repos/octo-org/octo-repo").statusCode()).isEqualTo(404);
    }

    @Test
    void renamedOwnerKeepsItsIdAndFreesItsName() throws Exception {
        var owner = forge.createOwner("octo-org");
        var repository = forge.createRepository(owner, "octo-repo");

        var renamed = forge.renameOwner(owner, "octo-inc");

        assertThat(renamed.id()).isEqualTo(owner.id());
        assertThat(get("/users/octo-org").statusCode()).isEqualTo(404);
        assertThat(json(get("/repos/octo-inc/octo-repo")).path("id").asLong()).isEqualTo(repository.id());
        assertThat(forge.createOwner("octo-org").id()).isNotEqualTo(owner.id());
    }

    @Test
    void recreatedRepositoryHasAnotherId() throws Exception {
        var first = forge.createRepository(forge.createOwner("octo-org"), "octo-repo");

        var second = forge.recreateRepository(first);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(json(get("/repos/octo-org/octo-repo")).path("id").asLong()).isEqualTo(second.id());
    }

    @Test
    void oldNameLeadsToARenamedRepositoryUntilItIsTaken() throws Exception {
        var owner = forge.createOwner("octo-org");
        var repository = forge.createRepository(owner, "octo-repo");

        forge.renameRepository(repository, "octo-kit");
        var moved = get("/repos/octo-org/octo-repo");

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).contains(forge.url() + "/repositories/" + repository.id());
        assertThat(json(get("/repositories/" + repository.id())).path("name").asText())
                .isEqualTo("octo-kit");

        var squatter = forge.createRepository(owner, "octo-repo");

        assertThat(json(get("/repos/octo-org/octo-repo")).path("id").asLong()).isEqualTo(squatter.id());
    }

    @Test
    void transferredRepositoryHasAnotherOwner() throws Exception {
        var repository = forge.createRepository(forge.createOwner("octo-org"), "octo-repo");
        var heir = forge.createOwner("heir");

        forge.transferRepository(repository, heir);

        assertThat(json(get("/repos/heir/octo-repo")).path("owner").path("id").asLong())
                .isEqualTo(heir.id());
    }

    @Test
    void takenNamesAreRefusedWhateverTheirCase() {
        var owner = forge.createOwner("octo-org");
        forge.createRepository(owner, "octo-repo");

        assertThatThrownBy(() -> forge.createOwner("OCTO-ORG")).hasMessageContaining("OCTO-ORG");
        assertThatThrownBy(() -> forge.createRepository(owner, "Octo-Repo")).hasMessageContaining("Octo-Repo");
    }

    @Test
    void fetchesAreCounted() throws Exception {
        get("/users/nobody");

        assertThat(forge.fetches()).extracting(Fetch::url).containsExactly(forge.url() + "/users/nobody");
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(forge.url() + path)).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
