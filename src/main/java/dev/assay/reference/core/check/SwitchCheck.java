package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.SwitchRules;
import dev.assay.reference.core.failure.Refused;

/** The operator has not switched trusted publishing off, nor this identity provider. */
record SwitchCheck(SwitchRules rules) implements Check {

    @Override
    public Evidence examine(Evidence known) throws Refused {
        var provider = known.issuer().kind();
        if (!rules.trustedPublishing() || rules.disabledProviders().contains(provider)) {
            throw new Refused(Reason.NOT_ENABLED, provider);
        }
        return known;
    }
}
