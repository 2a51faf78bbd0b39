package dev.assay.reference.core.registry;

import dev.assay.reference.behaviour.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Which workloads may publish which packages. Guarded by {@link RegistryState}. */
public final class Policies {

    private final Limit removalSeconds;
    private final Supplier<Instant> clock;
    private final Map<UUID, Publisher> publishers = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<UUID, Instant> enteredAt = new HashMap<>();
    private final Map<UUID, PendingPublisher> pending = new LinkedHashMap<>();

    Policies(Limit removalSeconds, Supplier<Instant> clock) {
        this.removalSeconds = removalSeconds;
        this.clock = clock;
    }

    /** Every publisher that still works for at least one package. */
    public List<Publisher> publishers() {
        return publishers.values().stream()
                .filter(publisher -> !packagesOf(publisher.id()).isEmpty())
                .toList();
    }

    /** The publishers that a package's owners see: removed ones are gone at once. */
    public List<Publisher> listed(String packageName) {
        return links.stream()
                .filter(link -> link.packageName().equals(packageName)
                        && link.removedAt().isEmpty())
                .map(link -> publishers.get(link.publisher()))
                .toList();
    }

    /** The normalized names of the packages that a publisher still works for. */
    public Set<String> packagesOf(UUID publisher) {
        var names = new HashSet<String>();
        links.stream()
                .filter(link -> link.publisher().equals(publisher) && stillWorks(link))
                .forEach(link -> names.add(link.packageName()));
        return names;
    }

    /** An entry for the same workload. */
    public Optional<Publisher> sameWorkload(Publisher other) {
        return publishers().stream()
                .filter(publisher -> publisher.namesSameWorkload(other))
                .findFirst();
    }

    /** Lets the publisher publish the package. */
    public void link(Publisher publisher, String packageName) {
        publishers.put(publisher.id(), publisher);
        enteredAt.putIfAbsent(publisher.id(), clock.get());
        links.add(new Link(publisher.id(), packageName, Optional.empty()));
    }

    /** How long ago the policy was entered. */
    public Duration age(UUID publisher) {
        var now = clock.get();
        return Duration.between(enteredAt.getOrDefault(publisher, now), now);
    }

    /** Ends that; returns whether there was anything to end. */
    public boolean unlink(UUID publisher, String packageName) {
        var now = clock.get();
        var ended = false;
        for (var index = 0; index < links.size(); index++) {
            var link = links.get(index);
            if (link.joins(publisher, packageName) && link.removedAt().isEmpty()) {
                links.set(index, new Link(publisher, packageName, Optional.of(now)));
                ended = true;
            }
        }
        return ended;
    }

    /** Keeps ids that were learned from an ID token. */
    public void lockIds(UUID publisher, Map<String, String> ids) {
        publishers.computeIfPresent(publisher, (id, known) -> known.withIds(ids));
        pending.computeIfPresent(
                publisher,
                (id, entry) ->
                        new PendingPublisher(entry.publisher().withIds(ids), entry.packageName(), entry.registrant()));
    }

    /** Every pending publisher. */
    public List<PendingPublisher> pending() {
        return List.copyOf(pending.values());
    }

    /** The pending publisher with that id. */
    public Optional<PendingPublisher> pending(UUID id) {
        return Optional.ofNullable(pending.get(id));
    }

    /** Keeps a pending publisher. */
    public void add(PendingPublisher entry) {
        pending.put(entry.publisher().id(), entry);
    }

    /** Forgets a pending publisher; returns whether there was one. */
    public boolean removePending(UUID id) {
        return pending.remove(id) != null;
    }

    private boolean stillWorks(Link link) {
        return link.removedAt()
                .map(removed -> removalSeconds.bound().isEmpty()
                        || Duration.between(removed, clock.get()).toSeconds()
                                < removalSeconds.bound().getAsLong())
                .orElse(true);
    }

    private record Link(UUID publisher, String packageName, Optional<Instant> removedAt) {

        boolean joins(UUID otherPublisher, String otherPackage) {
            return publisher.equals(otherPublisher) && packageName.equals(otherPackage);
        }
    }
}
