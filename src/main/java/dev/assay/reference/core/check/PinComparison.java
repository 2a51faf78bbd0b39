package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.PinRule;
import dev.assay.reference.behaviour.PinRule.Source;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Stage;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.forge.Forge;
import dev.assay.reference.core.registry.Publisher;
import java.util.Optional;
import java.util.function.Supplier;

/** An immutable id behind a name of the policy. */
record PinComparison(String name, PinRule rule, Forge forge, IdHistory history) implements Comparison {

    @Override
    public void compare(Publisher publisher, Claims claims, Stage stage) throws Refused {
        if (stage != rule.stage() || rule.source() == Source.NOT_PINNED || history.isTrusted(publisher)) {
            return;
        }
        var expected = expected(publisher);
        var actual = claims.text(rule.claim(), rule.missing(), rule.wrongType());
        if (expected.isEmpty() || actual.isEmpty()) {
            return;
        }
        if (!rule.match().matches(expected.get(), actual.get())) {
            history.hadAnother(publisher, idNow(publisher));
            throw new Refused(Reason.CLAIM_MISMATCH, "Check failed for required claim '%s'".formatted(rule.claim()));
        }
        history.hadIt(publisher);
    }

    private Optional<String> expected(Publisher publisher) {
        return rule.source() == Source.RESOLVED_AT_EXCHANGE
                ? idNow(publisher).get()
                : history.known(publisher, idNow(publisher))
                        .or(() -> Optional.ofNullable(publisher.ids().get(name)));
    }

    private Supplier<Optional<String>> idNow(Publisher publisher) {
        return () -> forge.idNow(rule.of(), publisher.field("owner"), publisher.field("repository"));
    }
}
