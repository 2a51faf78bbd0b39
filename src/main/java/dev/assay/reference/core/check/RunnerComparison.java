package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.RunnerRules;
import dev.assay.reference.behaviour.Stage;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.Publisher;

/** The kind of machine that ran the job. */
record RunnerComparison(RunnerRules rules) implements Comparison {

    @Override
    public void compare(Publisher publisher, Claims claims, Stage stage) throws Refused {
        if (stage == Stage.LOOKUP || rules.allowed().isEmpty()) {
            return;
        }
        var kind = claims.text(rules.claim(), rules.missing(), Leniency.REFUSED);
        if (kind.isPresent() && !rules.allowed().contains(kind.get())) {
            throw new Refused(
                    Reason.CLAIM_MISMATCH, "Publishing from a '%s' runner is not supported".formatted(kind.get()));
        }
    }
}
