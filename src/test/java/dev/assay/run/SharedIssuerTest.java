package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.identity.key.SigningKeys;
import dev.assay.identity.server.ForgeServer;
import dev.assay.identity.server.IdentityProviderServer;
import dev.assay.identity.server.IssuerOptions;
import dev.assay.identity.server.UnwantedListener;
import dev.assay.loopback.Listening;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import dev.assay.steps.ShiftableClock;
import dev.assay.steps.Stage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios without the tag {@code @alone} leave the issuer and the clock as they are, and do not care who else asks. */
class SharedIssuerTest {
    private static final Laboratory LABORATORY = new Laboratory();

    /** One scenario of each sentence would do; these chapters have hundreds about one. */
    private static final String FEW_OF_EACH = "not @alone and not (@JWT-1 or @JWT-2 or @JWT-3 or @JWT-4 or @JWT-12"
            + " or @JWT-13 or @JWT-18 or @JWT-19 or @CLM-6 or @CLM-11)";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @AfterAll
    static void close() {
        LABORATORY.close();
    }

    @Test
    void noShippedScenarioChangesTheIssuerOrTheClockWithoutSayingSo() {
        var run = LABORATORY.run(
                FeatureLibrary.shipped(),
                key -> new Fixed(LABORATORY.sound().open(key)),
                null,
                Optional.of("(" + FEW_OF_EACH + ") or (not @alone and @smoke)"));

        assertThat(run.scenarios()).hasSizeGreaterThan(150);
        assertThat(run.scenarios())
                .filteredOn(s -> s.verdict() != Verdict.PASSED && s.verdict() != Verdict.INAPPLICABLE)
                .extracting(s -> s.id() + ": " + s.verdict() + ": " + s.reason())
                .isEmpty();
    }

    @Test
    void whoChangesItWithoutSayingSoIsTold() throws IOException {
        Files.writeString(directory.resolve("own.feature"), """
                Feature: Own

                  @JWT-15
                  Scenario: A new key
                    Given a package with a trusted publisher
                    When the issuer publishes a new key and signs with it
                    Then it is accepted
                """);

        var run = LABORATORY.run(
                FeatureLibrary.of(directory),
                key -> new Fixed(LABORATORY.sound().open(key)),
                null,
                Optional.empty());

        assertThat(run.scenarios()).extracting(ScenarioResult::verdict).containsExactly(Verdict.CANT_TELL);
        assertThat(run.scenarios().get(0).reason().orElseThrow()).contains("needs the tag @alone");
    }

    /** A stage whose issuer may not be changed. */
    private static final class Fixed implements Stage {
        private final Stage stage;
        private final IdentityProviderServer issuer;
        private final ShiftableClock clock = ShiftableClock.ofOthers();

        Fixed(Stage stage) {
            this.stage = stage;
            var trusted = stage.identityProvider();
            this.issuer = IdentityProviderServer.at(
                    answer -> new Nowhere(trusted.url()),
                    LABORATORY.vertx(),
                    Laboratory.PROVIDER,
                    stage.clock(),
                    IssuerOptions.with(SigningKeys.shared().supply().after(trusted.keys()))
                            .calling(trusted.issuer())
                            .asItIs());
        }

        private record Nowhere(String url) implements Listening {
            @Override
            public void close() {}
        }

        @Override
        public URI registry() {
            return stage.registry();
        }

        @Override
        public IdentityProviderServer identityProvider() {
            return issuer;
        }

        @Override
        public IdentityProviderServer strangeProvider() {
            return stage.strangeProvider();
        }

        @Override
        public Optional<IdentityProviderServer> furtherProvider() {
            return stage.furtherProvider();
        }

        @Override
        public IdentityProviderServer impostor() {
            return stage.impostor();
        }

        @Override
        public UnwantedListener attacker() {
            return stage.attacker();
        }

        @Override
        public ForgeServer forge() {
            return stage.forge();
        }

        @Override
        public ShiftableClock clock() {
            return clock;
        }

        @Override
        public void close() {
            stage.close();
        }
    }
}
