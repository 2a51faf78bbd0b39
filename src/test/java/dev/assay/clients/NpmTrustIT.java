package dev.assay.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.clients.OutsideProgram.Ended;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A maintainer configures trusted publishers with {@code npm trust}, second factor and all. */
class NpmTrustIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"npm-11", "npm-12"})
    void trustedPublishersAreMadeListedAndRevoked(String version) throws Exception {
        try (var registry = ServedRegistry.start(folder, "npm", "isarray")) {
            var session = session(registry);
            var npm = NpmClient.at(folder.resolve("package"), version, registry).withToken(session);

            var challenged = npm.run("trust", "list", "isarray");
            assertThat(challenged.exitCode())
                    .as(() -> explained(challenged, registry))
                    .isEqualTo(1);
            assertThat(challenged.output())
                    .contains("npm error code EOTP")
                    .contains(registry.at("/auth/cli/").toString());

            var otp = "--otp=" + password(registry, session);
            assertSucceeds(
                    npm.run(
                            "trust",
                            "github",
                            "isarray",
                            "--repo",
                            "octo-org/octo-repo",
                            "--file",
                            "nightly.yml",
                            "--env",
                            "prod",
                            "--allow-publish",
                            "--yes",
                            otp),
                    registry);
            var id = idOf("nightly.yml", npm.run("trust", "list", "isarray", "--json", otp));
            assertSucceeds(npm.run("trust", "revoke", "isarray", "--id", id, otp), registry);
            var listed = npm.run("trust", "list", "isarray", otp);
            assertSucceeds(listed, registry);
            assertThat(listed.output()).contains("release.yml").doesNotContain("nightly.yml");
        }
    }

    /** The session of the account that {@code assay serve} has made the package with. */
    private static String session(ServedRegistry registry) throws Exception {
        return Https.trusting(registry.authority())
                .post(registry.at("/_assay/accounts"), Map.of("name", "maintainer"))
                .path("session")
                .asText();
    }

    /** What a browser and the polling client do together; the command itself hides the addresses that it prints. */
    private static String password(ServedRegistry registry, String session) throws Exception {
        var https = Https.trusting(registry.authority());
        var challenge = new ObjectMapper()
                .readTree(https.answer(HttpRequest.newBuilder(registry.at("/-/package/isarray/trust"))
                                .headers(
                                        "Authorization",
                                        "Bearer " + session,
                                        "npm-auth-type",
                                        "web",
                                        "npm-command",
                                        "trust"))
                        .body());
        https.answer(HttpRequest.newBuilder(URI.create(challenge.path("authUrl").asText())));
        return https.get(URI.create(challenge.path("doneUrl").asText()), session)
                .path("token")
                .asText();
    }

    /** One document for each trusted publisher, or a list of them. */
    private static String idOf(String file, Ended listed) throws Exception {
        var json = new ObjectMapper();
        try (MappingIterator<JsonNode> documents =
                json.readerFor(JsonNode.class).readValues(listed.output())) {
            while (documents.hasNext()) {
                var document = documents.next();
                for (var trusted :
                        document.isArray() ? document : json.createArrayNode().add(document)) {
                    if (trusted.toString().contains(file)) {
                        return trusted.path("id").asText();
                    }
                }
            }
        }
        throw new AssertionError("no trusted publisher with the file " + file + " in:\n" + listed.output());
    }

    private static void assertSucceeds(Ended command, ServedRegistry registry) {
        assertThat(command.exitCode()).as(() -> explained(command, registry)).isZero();
    }

    private static String explained(Ended client, ServedRegistry registry) {
        return "the client printed:\n" + client.output() + "\n" + registry.output();
    }
}
