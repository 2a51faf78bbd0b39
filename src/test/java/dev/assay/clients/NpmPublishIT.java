package dev.assay.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.clients.OutsideProgram.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** npm publishes to the embedded registry as it does from GitHub Actions: with no token anywhere. */
class NpmPublishIT {
    /** What actions/setup-node once wrote where nobody had given a token. */
    private static final String FILLER = "XXXXX-XXXXX-XXXXX-XXXXX";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"npm-11-5", "npm-11", "npm-12"})
    void publishesWithNothingButTheJobsEnvironment(String version) throws Exception {
        try (var registry = ServedRegistry.start(folder, "npm", "isarray")) {
            var npm = NpmClient.at(folder.resolve("package"), version, registry);

            var published = npm.runInJob("publish", "--no-provenance");

            assertThat(published.exitCode())
                    .as(() -> explained(published, registry))
                    .isZero();
            assertThat(published.output()).contains("+ isarray@2.0.5");
            var stored = Https.trusting(registry.authority()).get(registry.at("/isarray/2.0.5"));
            assertThat(stored.at("/_npmUser/trustedPublisher/id").asText()).isEqualTo("github");
            assertReadersGetIt(npm, stored.at("/dist/integrity").asText(), registry);
        }
    }

    private void assertReadersGetIt(NpmClient npm, String integrity, ServedRegistry registry) throws Exception {
        var viewed = npm.run("view", "isarray@2.0.5", "dist.integrity");
        assertThat(viewed.exitCode()).as(() -> explained(viewed, registry)).isZero();
        assertThat(viewed.output()).contains(integrity);

        var target = Files.createDirectory(folder.resolve("reader"));
        var installed = npm.run("install", "--prefix", target.toString(), "isarray@2.0.5");
        assertThat(installed.exitCode())
                .as(() -> explained(installed, registry))
                .isZero();
        var manifest = new ObjectMapper()
                .readTree(target.resolve("node_modules/isarray/package.json").toFile());
        assertThat(manifest.path("version").asText()).isEqualTo("2.0.5");
    }

    @Test
    void anNpmFromBeforeTrustedPublishingIsToldThatItsTokenExpiredAndThePackageDoesNotExist() throws Exception {
        try (var registry = ServedRegistry.start(folder, "npm", "isarray")) {
            var npm =
                    NpmClient.at(folder.resolve("package"), "npm-10", registry).withToken(FILLER);

            assertIsMisled(npm.runInJob("publish"), registry);
        }
    }

    @Test
    void anNpmFromBeforeTrustedPublishingAsksForALoginWhereThereIsNoToken() throws Exception {
        try (var registry = ServedRegistry.start(folder, "npm", "isarray")) {
            var npm = NpmClient.at(folder.resolve("package"), "npm-10", registry);

            var published = npm.runInJob("publish");

            assertThat(published.exitCode())
                    .as(() -> explained(published, registry))
                    .isEqualTo(1);
            assertThat(published.output()).contains("npm error code ENEEDAUTH");
        }
    }

    @Test
    void aJobThatNoPolicyNamesIsToldThatItsTokenExpiredAndThePackageDoesNotExist() throws Exception {
        try (var registry = ServedRegistry.start(folder, "npm", "assay-demo")) {
            var npm =
                    NpmClient.at(folder.resolve("package"), "npm-11", registry).withToken(FILLER);

            assertIsMisled(npm.runInJob("publish", "--no-provenance"), registry);
        }
    }

    private static void assertIsMisled(Ended published, ServedRegistry registry) {
        assertThat(published.exitCode())
                .as(() -> explained(published, registry))
                .isEqualTo(1);
        assertThat(published.output())
                .contains("npm notice Access token expired or revoked. Please try logging in again.")
                .contains("npm error code E404")
                .contains("npm error 404 Not Found - PUT " + registry.at("/isarray") + " - Not found");
    }

    @Test
    void aStrictRegistryTellsTheSameJobWhatIsWrong() throws Exception {
        try (var registry = ServedRegistry.start(folder, "npm-strict", "assay-demo")) {
            var npm =
                    NpmClient.at(folder.resolve("package"), "npm-11", registry).withToken(FILLER);

            var published = npm.runInJob("publish", "--no-provenance", "--loglevel", "verbose");

            assertThat(published.exitCode())
                    .as(() -> explained(published, registry))
                    .isEqualTo(1);
            assertThat(published.output())
                    .contains("the ID token is sound, but no trusted publisher of this package fits")
                    .contains("this token was never handed out here, or has been revoked")
                    .doesNotContain("E404", "404 Not Found");
        }
    }

    private static String explained(Ended client, ServedRegistry registry) {
        return "the client printed:\n" + client.output() + "\n" + registry.output();
    }
}
