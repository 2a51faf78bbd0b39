package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.TimeRules;
import dev.assay.reference.behaviour.TimeRules.Checked;
import dev.assay.reference.core.failure.Refused;
import java.time.Instant;
import java.util.function.Supplier;

/** Expiry, not-before and issue time (RFC 7519 §4.1.4 to §4.1.6). */
final class TimesCheck implements Check {

    private final TimeRules rules;
    private final NumericDate dates;
    private final Supplier<Instant> clock;

    TimesCheck(TimeRules rules, Supplier<Instant> clock) {
        this.rules = rules;
        this.dates = new NumericDate(rules);
        this.clock = clock;
    }

    @Override
    public Evidence examine(Evidence known) throws Refused {
        var now = clock.get().getEpochSecond();
        var expiry = dates.read(known, "exp");
        if (applies(rules.expiry()) && expiry.isPresent() && expiry.getAsLong() <= now - rules.leewaySeconds()) {
            throw new Refused(Reason.EXPIRED, "exp has passed");
        }
        refuseFuture(known, "nbf", rules.notBefore(), now);
        refuseFuture(known, "iat", rules.issuedAt(), now);
        return known;
    }

    private void refuseFuture(Evidence known, String claim, Checked checked, long now) throws Refused {
        var time = dates.read(known, claim);
        if (applies(checked) && time.isPresent() && time.getAsLong() > now + rules.leewaySeconds()) {
            throw new Refused(Reason.NOT_YET_VALID, claim + " is in the future");
        }
    }

    private static boolean applies(Checked checked) {
        return checked == Checked.CHECKED;
    }
}
