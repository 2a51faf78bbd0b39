package dev.assay.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.clients.OutsideProgram.Ended;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** twine uploads with a registry token that was had for an ID token, and with nothing less. */
class TwineUploadIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final String twine = Tools.program("twine");
    private final List<Path> distributions = Tools.distributions();

    @Test
    void uploadsWithAMintedToken() throws Exception {
        try (var registry = ServedRegistry.start(folder, "iniconfig")) {
            var minted = Https.trusting(registry.authority())
                    .post(registry.at("/_/oidc/mint-token"), Map.of("token", idToken(registry)));

            var uploaded = upload(registry, minted.path("token").asText());

            assertThat(uploaded.exitCode())
                    .as(() -> explained(uploaded, registry))
                    .isZero();
            assertThat(uploaded.output())
                    .contains(distributions.stream()
                            .map(d -> "Uploading " + d.getFileName())
                            .toList());
        }
    }

    @Test
    void isRefusedWithTheIdTokenItself() throws Exception {
        try (var registry = ServedRegistry.start(folder, "iniconfig")) {
            var uploaded = upload(registry, idToken(registry));

            assertThat(uploaded.exitCode())
                    .as(() -> explained(uploaded, registry))
                    .isEqualTo(1);
            assertThat(uploaded.output()).contains("403");
        }
    }

    /** As a job asks for it: the endpoint and its bearer token stand in the environment. */
    private static String idToken(ServedRegistry registry) throws Exception {
        var https = Https.trusting(registry.authority());
        var audience =
                https.get(registry.at("/_/oidc/audience")).path("audience").asText();
        var endpoint = URI.create(registry.variable("ACTIONS_ID_TOKEN_REQUEST_URL") + "&audience=" + audience);
        return https.get(endpoint, registry.variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN"))
                .path("value")
                .asText();
    }

    private Ended upload(ServedRegistry registry, String password) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                twine,
                "upload",
                "--non-interactive",
                "--disable-progress-bar",
                "--repository-url",
                registry.at("/legacy/").toString(),
                "--username",
                "__token__",
                "--password",
                password));
        distributions.forEach(distribution -> command.add(distribution.toString()));
        return OutsideProgram.run(
                folder, Map.of("REQUESTS_CA_BUNDLE", registry.authority().toString()), TIMEOUT, command);
    }

    private static String explained(Ended client, ServedRegistry registry) {
        return "the client printed:\n" + client.output() + "\n" + registry.output();
    }
}
