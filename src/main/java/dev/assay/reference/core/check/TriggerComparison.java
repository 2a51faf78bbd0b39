package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Stage;
import dev.assay.reference.behaviour.TriggerRules;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.Publisher;
import java.util.List;

/** The event that started the run; outsiders can influence what some events run. */
record TriggerComparison(TriggerRules rules) implements Comparison {

    @Override
    public void compare(Publisher publisher, Claims claims, Stage stage) throws Refused {
        if (stage == Stage.LOOKUP || isUnrestricted()) {
            return;
        }
        var event = claims.text(rules.claim(), rules.missing(), Leniency.REFUSED);
        if (event.isPresent() && !(rules.accepts(event.get()) && isEnabled(publisher, event.get()))) {
            throw new Refused(
                    Reason.REFUSED_TRIGGER,
                    "Publishing from a workflow invoked via '%s' is not supported".formatted(event.get()));
        }
    }

    /** Where policies list events, others are refused. */
    private static boolean isEnabled(Publisher publisher, String event) {
        var events = publisher.field("events");
        return events.isEmpty() || List.of(events.split(" ")).contains(event);
    }

    private boolean isUnrestricted() {
        return rules.refused().isEmpty() && rules.allowed().isEmpty();
    }
}
