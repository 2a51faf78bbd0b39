package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.EnvironmentRules;
import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Stage;
import dev.assay.reference.behaviour.TextMatch;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.Tolerance;
import dev.assay.reference.core.registry.Publisher;

/** The deployment environment. */
record EnvironmentComparison(EnvironmentRules rules) implements Comparison {

    @Override
    public void compare(Publisher publisher, Claims claims, Stage stage) throws Refused {
        if (stage != rules.stage() || rules.match() == TextMatch.IGNORED) {
            return;
        }
        var configured = publisher.field("environment");
        var actual =
                claims.text(rules.claim(), Leniency.ACCEPTED, Leniency.REFUSED).orElse("");
        if (configured.isEmpty()) {
            compareUnconfigured(actual);
        } else {
            compareConfigured(configured, actual.isEmpty() ? rules.absent() : actual);
        }
    }

    private void compareConfigured(String configured, String actual) throws Refused {
        if (actual.isEmpty()) {
            tolerate(rules.missing());
        } else if (!rules.match().matches(configured, actual)) {
            tolerate(Leniency.REFUSED);
        }
    }

    private void compareUnconfigured(String actual) throws Refused {
        if (!actual.isEmpty()) {
            tolerate(rules.notConfigured());
        }
    }

    private void tolerate(Leniency leniency) throws Refused {
        Tolerance.apply(
                leniency, Reason.CLAIM_MISMATCH, "Check failed for optional claim '%s'".formatted(rules.claim()));
    }
}
