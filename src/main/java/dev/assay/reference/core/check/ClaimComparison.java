package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.ClaimRule;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Stage;
import dev.assay.reference.behaviour.TextMatch;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.Tolerance;
import dev.assay.reference.core.registry.Publisher;

/** A claim, or a part of one, against what the policy's fields make of it. */
record ClaimComparison(ClaimRule rule) implements Comparison {

    @Override
    public void admit(Claims claims) throws Refused {
        if (rule.match() == TextMatch.IGNORED) {
            return;
        }
        var text = claims.text(rule.claim(), rule.missing(), rule.wrongType());
        if (text.isPresent() && rule.part().of(text.get()).isEmpty()) {
            Tolerance.apply(rule.oddShape(), Reason.CLAIM_MISMATCH, failure());
        }
    }

    @Override
    public void compare(Publisher publisher, Claims claims, Stage stage) throws Refused {
        if (rule.stage() != stage || rule.match() == TextMatch.IGNORED) {
            return;
        }
        var text = claims.text(rule.claim(), rule.missing(), rule.wrongType());
        if (text.isEmpty()) {
            return;
        }
        var part = rule.part().of(text.get()).orElse(text.get());
        if (!rule.match().matches(publisher.fill(rule.expected()), part)) {
            throw new Refused(Reason.CLAIM_MISMATCH, failure());
        }
    }

    private String failure() {
        return "Check failed for required claim '%s'".formatted(rule.claim());
    }
}
