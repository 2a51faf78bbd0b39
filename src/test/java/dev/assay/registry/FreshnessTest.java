package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Freshness freshness = new Freshness(now::get);
    private final Object connection = new Object();

    @Test
    void aNewConnectionIsFresh() {
        assertThat(freshness.isFresh(connection)).isTrue();
    }

    @Test
    void aConnectionIsFreshForLessThanTheShortestPatienceOfServers() {
        freshness.answered(connection);
        pass(Duration.ofMillis(999));
        assertThat(freshness.isFresh(connection)).isTrue();

        freshness.answered(connection);
        pass(Duration.ofMillis(1000));
        assertThat(freshness.isFresh(connection)).isFalse();
        assertThat(freshness.isFresh(new Object())).isTrue();
    }

    private void pass(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }
}
