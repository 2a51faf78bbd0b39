package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.PinRule.Source;
import dev.assay.reference.core.registry.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What becomes of the ids of policies in the course of time, at registries that do not leave them alone. */
final class IdHistory {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int ENOUGH = 3;

    private final Source source;
    private final Supplier<Instant> clock;
    private final Map<UUID, String> askedAnew = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> askedAt = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> agreements = new ConcurrentHashMap<>();

    IdHistory(Source source, Supplier<Instant> clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Whether the policy's id is not compared any more. */
    boolean isTrusted(Publisher publisher) {
        return source == Source.RESOLVED_AT_ENTRY_AND_TRUSTED_AFTER_THREE
                && agreements.getOrDefault(publisher.id(), 0) >= ENOUGH;
    }

    /** The id that took the place of the policy's own, if one did. */
    Optional<String> known(Publisher publisher, Supplier<Optional<String>> idNow) {
        if (source == Source.RESOLVED_AT_ENTRY_AND_DAILY && isOld(publisher)) {
            askAnew(publisher, idNow);
        }
        return Optional.ofNullable(askedAnew.get(publisher.id()));
    }

    /** An ID token had another id. */
    void hadAnother(Publisher publisher, Supplier<Optional<String>> idNow) {
        if (source == Source.RESOLVED_AT_ENTRY_AND_AFTER_MISMATCH) {
            askAnew(publisher, idNow);
        }
    }

    /** An ID token had the policy's id. */
    void hadIt(Publisher publisher) {
        agreements.merge(publisher.id(), 1, Integer::sum);
    }

    private boolean isOld(Publisher publisher) {
        var since = askedAt.computeIfAbsent(publisher.id(), id -> clock.get());
        return Duration.between(since, clock.get()).compareTo(DAY) >= 0;
    }

    private void askAnew(Publisher publisher, Supplier<Optional<String>> idNow) {
        askedAt.put(publisher.id(), clock.get());
        idNow.get().ifPresent(id -> askedAnew.put(publisher.id(), id));
    }
}
