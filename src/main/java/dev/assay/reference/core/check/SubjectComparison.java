package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Stage;
import dev.assay.reference.behaviour.SubjectRules;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.Publisher;

/** The subject, which publishers can customise and which has two default forms. */
record SubjectComparison(SubjectRules rules) implements Comparison {

    @Override
    public void compare(Publisher publisher, Claims claims, Stage stage) throws Refused {
        var beginnings = rules.beginnings();
        if (stage == Stage.LOOKUP || beginnings.isEmpty()) {
            return;
        }
        var subject = claims.textOrEmpty("sub");
        if (beginnings.stream().noneMatch(beginning -> subject.startsWith(publisher.fill(beginning)))) {
            throw new Refused(Reason.CLAIM_MISMATCH, "Check failed for required claim 'sub'");
        }
    }
}
