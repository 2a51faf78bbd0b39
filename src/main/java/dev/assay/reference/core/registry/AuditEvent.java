package dev.assay.reference.core.registry;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Something that happened to a package.
 *
 * @param kind such as {@code file:add}
 * @param time by the registry's clock
 * @param packageKey the package's normalized name
 * @param by who did it: an account, or a workload
 * @param details more, by name
 */
public record AuditEvent(String kind, Instant time, String packageKey, String by, Map<String, String> details) {

    /** Copies the details. */
    public AuditEvent {
        details = Map.copyOf(details);
    }

    /** A copy that says something else wherever it says a text. */
    AuditEvent retold(String text, String other) {
        var told = new HashMap<>(details);
        told.replaceAll((name, value) -> value.replace(text, other));
        return new AuditEvent(kind, time, packageKey, by, told);
    }
}
