package dev.assay.reference.core.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What happened to which package. */
public final class AuditLog {

    private final Supplier<Instant> clock;
    private final List<AuditEvent> events = new CopyOnWriteArrayList<>();

    AuditLog(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** Notes an event now. */
    public void note(String kind, String packageKey, String by, Map<String, String> details) {
        events.add(new AuditEvent(kind, clock.get(), packageKey, by, details));
    }

    /** What happened to a package, oldest first. */
    public List<AuditEvent> about(String packageKey) {
        return events.stream()
                .filter(event -> event.packageKey().equals(packageKey))
                .toList();
    }

    /** Says something else of a package from now on wherever a text stood. */
    public void retell(String packageKey, String text, String other) {
        events.replaceAll(event -> event.packageKey().equals(packageKey) ? event.retold(text, other) : event);
    }
}
