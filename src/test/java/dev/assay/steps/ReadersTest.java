package dev.assay.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Broken;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Outcome.Kind;
import dev.assay.registry.Outcome.Refused;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private static final Outcome NONE = new Refused(404, Map.of());
    private static final Outcome HALF = new Broken(Kind.INCOMPLETE, "status 200 without repository");
    private static final Outcome CRASH = new Broken(Kind.SERVER_ERROR, "status 500");
    private static final Outcome OTHER = new Granted(200, Map.of("repository", "else/where"));
    private static final Outcome RIGHT = new Granted(200, Map.of("repository", "owner/widget"));

    @Test
    void theyLookUntilTheySeeWhatTheyShould() {
        assertThat(seen(NONE, HALF, OTHER, RIGHT)).isEqualTo(RIGHT);
    }

    @Test
    void theyGiveUp() {
        assertThat(seen(NONE, NONE, NONE, NONE, RIGHT)).isEqualTo(NONE);
        assertThat(seen(OTHER, OTHER, OTHER, HALF, RIGHT)).isEqualTo(HALF);
    }

    @Test
    void theyDoNotLookPastACrash() {
        assertThat(seen(NONE, CRASH, RIGHT)).isEqualTo(CRASH);
    }

    @Test
    void ofALimitNothingFollows() {
        assertThatThrownBy(() -> seen(new Broken(Kind.LIMITED, "status 429"))).isInstanceOf(CannotTell.class);
    }

    @Test
    void whatIsNotShownIsNothing() {
        assertThat(Readers.shown("repository", RIGHT)).isEqualTo("owner/widget");
        assertThat(List.of(NONE, HALF))
                .allSatisfy(outcome ->
                        assertThat(Readers.shown("repository", outcome)).isEmpty());
        assertThatThrownBy(() -> Readers.shown("repository", CRASH)).isInstanceOf(CannotTell.class);
    }

    private static Outcome seen(Outcome... inTurn) {
        var outcomes = new ArrayDeque<>(List.of(inTurn));
        return Readers.patiently(
                4,
                Duration.ZERO,
                outcomes::remove,
                granted -> granted.value("repository")
                        .filter("owner/widget"::equals)
                        .isPresent());
    }
}
