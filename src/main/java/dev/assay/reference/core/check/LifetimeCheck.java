package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.TimeRules;
import dev.assay.reference.core.failure.Refused;

/** The token is not valid for longer than its identity provider commonly grants. */
record LifetimeCheck(TimeRules rules) implements Check {

    @Override
    public Evidence examine(Evidence known) throws Refused {
        var dates = new NumericDate(rules);
        var issued = dates.read(known, "iat");
        var expiry = dates.read(known, "exp");
        if (issued.isPresent()
                && expiry.isPresent()
                && rules.maximumLifetimeSeconds().exceededBy(expiry.getAsLong() - issued.getAsLong())) {
            throw new Refused(Reason.LIFETIME_TOO_LONG, "exp is too long after iat");
        }
        return known;
    }
}
