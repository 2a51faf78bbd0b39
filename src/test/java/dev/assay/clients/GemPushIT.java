package dev.assay.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.clients.OutsideProgram.Ended;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code gem} builds, pushes and fetches a small gem; the key comes from an ID token by the two requests that the official
 * action makes (rubygems/configure-rubygems-credentials src/oidc/trustedPublisher.ts).
 */
class GemPushIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final String EXCHANGE = "/api/v1/oidc/trusted_publisher/exchange_token";
    private static final String GEMSPEC = """
            Gem::Specification.new do |gem|
              gem.name = '%s'
              gem.version = '0.1.0'
              gem.summary = 'A tiny gem'
              gem.authors = ['Ann Author']
              gem.license = 'MIT'
              gem.homepage = 'https://example.org/tiny'
              gem.files = ['lib/tiny.rb']
              gem.required_ruby_version = '>= 2.7'
              gem.add_dependency 'rake', '~> 13.0'
            end
            """;

    @TempDir
    Path folder;

    private final String gem = Tools.systemProgram("gem");

    @BeforeEach
    void sources() throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/tiny.rb"), "module Tiny\nend\n");
    }

    @Test
    void pushesAndFetchesWithAKeyThatAnIdTokenWasExchangedFor() throws Exception {
        try (var registry = ServedRegistry.start(folder, "rubygems", "assay-tiny")) {
            var file = built(registry, "assay-tiny");

            var pushed = push(registry, key(registry), file);

            assertThat(pushed.exitCode()).as(() -> explained(pushed, registry)).isZero();
            assertThat(pushed.output())
                    .contains("Pushing gem to " + registry.at(""))
                    .contains("Successfully registered gem: assay-tiny (0.1.0)");
            assertThat(recordedDigest(registry)).isEqualTo(digest(file));
            var fetched = fetch(registry);
            assertThat(fetched.output()).as(() -> explained(fetched, registry)).contains("Downloaded assay-tiny-0.1.0");
            assertThat(folder.resolve("fetched/assay-tiny-0.1.0.gem")).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void isRefusedWithTheIdTokenItself() throws Exception {
        try (var registry = ServedRegistry.start(folder, "rubygems", "assay-tiny")) {
            refused(registry, idToken(registry), "assay-tiny", "Access Denied");
        }
    }

    @Test
    void isRefusedForAGemThatIsNotLinkedToItsIdentity() throws Exception {
        try (var registry = ServedRegistry.start(folder, "rubygems", "assay-tiny")) {
            refused(registry, key(registry), "assay-other", "You are not allowed to push this gem.");
        }
    }

    private void refused(ServedRegistry registry, String key, String name, String text)
            throws IOException, InterruptedException {
        var pushed = push(registry, key, built(registry, name));

        assertThat(pushed.exitCode()).as(() -> explained(pushed, registry)).isEqualTo(1);
        assertThat(pushed.output()).contains(text).doesNotContain("Successfully");
    }

    private static String key(ServedRegistry registry) throws Exception {
        return Https.trusting(registry.authority())
                .post(registry.at(EXCHANGE), Map.of("jwt", idToken(registry)))
                .path("rubygems_api_key")
                .asText();
    }

    /** As a job asks for it; the audience is the bare host of the registry. */
    private static String idToken(ServedRegistry registry) throws Exception {
        var audience = registry.at("").getHost();
        var endpoint = URI.create(registry.variable("ACTIONS_ID_TOKEN_REQUEST_URL") + "&audience=" + audience);
        return Https.trusting(registry.authority())
                .get(endpoint, registry.variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN"))
                .path("value")
                .asText();
    }

    private Path built(ServedRegistry registry, String name) throws IOException, InterruptedException {
        Files.writeString(folder.resolve(name + ".gemspec"), GEMSPEC.formatted(name));
        var built = run(folder, registry, Map.of(), List.of("build", name + ".gemspec"));
        assertThat(built.exitCode()).as(built.output()).isZero();
        return folder.resolve(name + "-0.1.0.gem");
    }

    private Ended push(ServedRegistry registry, String key, Path file) throws IOException, InterruptedException {
        var host = registry.at("").toString();
        return run(
                folder,
                registry,
                Map.of("GEM_HOST_API_KEY", key),
                List.of("push", file.getFileName().toString(), "--host", host));
    }

    private Ended fetch(ServedRegistry registry) throws IOException, InterruptedException {
        var target = Files.createDirectories(folder.resolve("fetched"));
        var source = registry.at("").toString();
        return run(target, registry, Map.of(), List.of("fetch", "assay-tiny", "--clear-sources", "--source", source));
    }

    private Ended run(Path where, ServedRegistry registry, Map<String, String> more, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(gem));
        command.addAll(arguments);
        var environment = new HashMap<>(more);
        environment.put("SSL_CERT_FILE", registry.authority().toString());
        return OutsideProgram.run(where, environment, TIMEOUT, command);
    }

    private static String recordedDigest(ServedRegistry registry) throws Exception {
        return Https.trusting(registry.authority())
                .get(registry.at("/api/v2/rubygems/assay-tiny/versions/0.1.0.json"))
                .path("sha")
                .asText();
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static String explained(Ended client, ServedRegistry registry) {
        return "the client printed:\n" + client.output() + "\n" + registry.output();
    }
}
