package dev.assay.reference.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.behaviour.PublishingRules.Unreadable;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.wire.Answer;
import org.junit.jupiter.api.Test;

class UnreadableUploadsTest {
    private static final Answer SUCCESS = Answer.empty(201);

    @Test
    void oneIsRefusedAsTheWirePutsIt() {
        assertThat(new UnreadableUploads(Unreadable.REFUSED).notRefused(SUCCESS))
                .isEmpty();
    }

    @Test
    void itMayBeAnsweredLikeASuccess() {
        assertThat(new UnreadableUploads(Unreadable.LIKE_SUCCESS).notRefused(SUCCESS))
                .contains(SUCCESS);
    }

    @Test
    void itMayBreakTheRegistry() {
        assertThatThrownBy(() -> new UnreadableUploads(Unreadable.SERVER_ERROR).notRefused(SUCCESS))
                .isInstanceOf(ServerFault.class);
    }
}
