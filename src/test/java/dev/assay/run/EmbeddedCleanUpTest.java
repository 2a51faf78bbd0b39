package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.reference.ReferenceRegistry;
import dev.assay.reference.Surroundings;
import dev.assay.reference.behaviour.Behaviour;
import dev.assay.registry.CleanUp;
import dev.assay.registry.Conversation;
import dev.assay.registry.Ledger;
import dev.assay.registry.ProvisioningByOperations;
import dev.assay.registry.Registry;
import dev.assay.registry.Secrets;
import dev.assay.registry.Templates;
import dev.assay.registry.Transcript;
import dev.assay.registry.Transcript.Purpose;
import dev.assay.registry.Wire;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs on one registry, of which one cleans up after itself. */
class EmbeddedCleanUpTest {
    private static final Profile STRICT = new Profiles(Optional.empty()).load("pypi-strict");

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final Wire wire = Wire.open(Duration.ofSeconds(20), Optional.empty());
    private final ReferenceRegistry reference = ReferenceRegistry.start(
            vertx,
            Behaviour.shipped("strict"),
            Surroundings.plain(Map.of("github", "http://127.0.0.1:9"), URI.create("http://127.0.0.1:9")));

    @AfterEach
    void close() throws Exception {
        reference.close();
        wire.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void oneRunsCleanUpLeavesTheOthersPackagesAlone() {
        var one = provisioned("one");
        var two = provisioned("two");
        assertThat(exists("one")).isTrue();

        var result = new CleanUp(
                        registry(Ledger.none()), provisioner(Ledger.none()), one, new Secrets(), Duration.ofSeconds(60))
                .run();

        assertThat(result.left()).isEmpty();
        assertThat(one.entries()).isEmpty();
        assertThat(folder.resolve("one.jsonl")).doesNotExist();
        assertThat(exists("one")).isFalse();
        assertThat(exists("two")).isTrue();
        assertThat(two.entries()).isNotEmpty();
        assertThat(provisioned("one").entries()).as("the names are free again").isNotEmpty();
    }

    private Ledger provisioned(String runId) {
        var ledger = Ledger.in(folder.resolve(runId + ".jsonl"));
        var provisioner = provisioner(ledger);
        var owner = provisioner.account("assay-" + runId + "-0f0f0f-owner");
        provisioner.createPackage(owner, name(runId));
        return ledger;
    }

    private boolean exists(String runId) {
        return registry(Ledger.none())
                .administer(
                        "packageDetails",
                        Purpose.of("maintainer", "look"),
                        Map.of("credential", "", "package", name(runId)))
                .orElseThrow()
                .isGranted();
    }

    private static String name(String runId) {
        return "assay-" + runId + "-0f0f0f";
    }

    private ProvisioningByOperations provisioner(Ledger ledger) {
        return new ProvisioningByOperations(registry(ledger), new Secrets());
    }

    private Registry registry(Ledger ledger) {
        var secrets = new Secrets();
        var conversation = new Conversation(
                wire, new Templates(), reference.baseUri(), new Transcript(secrets), secrets, Map.of());
        return new Registry(STRICT, conversation, new Templates(), ledger);
    }
}
