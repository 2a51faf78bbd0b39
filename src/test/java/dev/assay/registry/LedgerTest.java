package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.Ledger.Entry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir
    Path folder;

    @Test
    void aPackageIsThatOfWhoeverRegisteredItAlthoughSomebodyElseWaitsForItsName() {
        var ledger = Ledger.in(folder.resolve("created.jsonl"));

        ledger.before("package", Map.of("package", "widget", "actor", "owner"));
        ledger.before("pendingPublisher", Map.of("package", "widget", "actor", "stranger"));
        ledger.before("pendingPublisher", Map.of("package", "newborn", "actor", "stranger"));

        assertThat(ledger.entries())
                .containsExactly(
                        new Entry("package", "widget", "owner", ""), new Entry("package", "newborn", "stranger", ""));
        assertThat(Ledger.in(folder.resolve("created.jsonl")).entries()).isEqualTo(ledger.entries());
    }
}
