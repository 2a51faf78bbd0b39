package dev.assay.reference.core.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reference.behaviour.PolicyRules.Memory;
import dev.assay.reference.core.registry.Publisher;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Which subjects fitted which policies, for registries that do not compare a second time. */
final class SubjectMemory {

    private final Memory rule;
    private final Set<Fit> fits = ConcurrentHashMap.newKeySet();

    SubjectMemory(Memory rule) {
        this.rule = rule;
    }

    boolean knows(Publisher publisher, ObjectNode claims) {
        return fits.contains(fit(publisher, claims));
    }

    void keep(Publisher publisher, ObjectNode claims) {
        if (rule == Memory.BY_SUBJECT) {
            fits.add(fit(publisher, claims));
        }
    }

    private static Fit fit(Publisher publisher, ObjectNode claims) {
        return new Fit(publisher.id(), claims.path("sub").asText());
    }

    private record Fit(UUID publisher, String subject) {}
}
