package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.ReplayRules;
import dev.assay.reference.behaviour.ReplayRules.Key;
import dev.assay.reference.behaviour.ReplayRules.Mark;
import dev.assay.reference.behaviour.ReplayRules.Memory;
import dev.assay.reference.behaviour.ReplayRules.Use;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.Tolerance;
import dev.assay.reference.core.registry.UsedIds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The token has not been used before (RFC 7519 §4.1.7). What passes is marked as used. */
record ReplayCheck(ReplayRules rules, UsedIds usedIds) implements Check {

    private static final long FAR_FUTURE = 100_000_000_000L;

    @Override
    public Evidence examine(Evidence known) throws Refused {
        var key = key(known);
        if (key.isPresent() && rules.memory() == Memory.PER_REGISTRY) {
            var until = keptUntil(known);
            if (!usedIds.claim(key.get(), until, rules.claim(), Duration.ofMillis(rules.raceMillis()))) {
                throw new Refused(Reason.ALREADY_USED, "jti has been used");
            }
            usedIds.keepAtMost(rules.mostRemembered());
        }
        return known;
    }

    /** Whether a token like this has been used; marks nothing. */
    boolean isUsed(Evidence known) throws Refused {
        var key = key(known);
        return rules.memory() == Memory.PER_REGISTRY && key.isPresent() && usedIds.contains(key.get());
    }

    /** Takes back the mark of a token that a later check refuses, where the behaviour says so. */
    void refusedLater(Evidence known) {
        release(known, rules.refusedLater());
    }

    /** Takes back the mark of a token whose registry token was handed back, where the behaviour says so. */
    void handedBack(Evidence known) {
        release(known, rules.handedBack());
    }

    private void release(Evidence known, Mark mark) {
        if (mark == Mark.RELEASED) {
            keyIfAny(known).ifPresent(usedIds::release);
        }
    }

    private Optional<String> key(Evidence known) throws Refused {
        var key = keyIfAny(known);
        if (key.isEmpty()) {
            Tolerance.apply(rules.missingId(), Reason.MISSING_CLAIM, "Missing claim 'jti'");
        }
        return key;
    }

    private Optional<String> keyIfAny(Evidence known) {
        var id = known.claim("jti");
        if (!id.isTextual() && rules.key() != Key.TOKEN_TEXT) {
            return Optional.empty();
        }
        return Optional.of(rules.key()
                .of(new Use(
                        known.issuer().configured(),
                        id.asText(),
                        known.text(),
                        known.sought().packageName().orElse(""),
                        known.matches().stream()
                                .map(match -> match.publisher().id().toString())
                                .toList())));
    }

    private Instant keptUntil(Evidence known) throws Refused {
        var expiry = known.claim("exp");
        if (!expiry.isIntegralNumber()) {
            Tolerance.apply(rules.oddExpiry(), Reason.BAD_REGISTERED_CLAIM, "exp is not an integer");
        }
        var seconds = Math.min(FAR_FUTURE, Math.max(0, (long) expiry.asDouble(FAR_FUTURE)));
        return Instant.ofEpochSecond(seconds + rules.retentionSeconds());
    }
}
