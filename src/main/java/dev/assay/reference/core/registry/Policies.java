package dev.assay.reference.core.registry;

import dev.assay.reference.behaviour.Limit;
import dev.assay.reference.behaviour.PolicyRules;
import dev.assay.reference.behaviour.PolicyRules.AfterLastPackage;
import dev.assay.reference.behaviour.PolicyRules.AfterPackage;
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

    private final PolicyRules rules;
    private final Limit pendingSeconds;
    private final Supplier<Instant> clock;
    private final Map<UUID, Publisher> publishers = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<UUID, Instant> enteredAt = new HashMap<>();
    private final Map<UUID, PendingPublisher> pending = new LinkedHashMap<>();

    Policies(PolicyRules rules, Limit pendingSeconds, Supplier<Instant> clock) {
        this.rules = rules;
        this.pendingSeconds = pendingSeconds;
        this.clock = clock;
    }

    /** Every publisher that still works for at least one package, and the others where they are kept. */
    public List<Publisher> publishers() {
        return publishers.values().stream()
                .filter(publisher -> rules.afterLastPackage() == AfterLastPackage.KEPT
                        || !packagesOf(publisher.id()).isEmpty())
                .toList();
    }

    /** The publisher with that id, pending or not, whether or not it still works. */
    public Optional<Publisher> known(UUID id) {
        return Optional.ofNullable(publishers.get(id)).or(() -> pending(id).map(PendingPublisher::publisher));
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

    /** An entry for the same workflow, in whatever environment, that was removed from this package. */
    public Optional<Publisher> removed(Publisher like, String packageName) {
        return links.stream()
                .filter(link -> link.packageName().equals(packageName)
                        && link.removedAt().isPresent())
                .map(link -> publishers.get(link.publisher()))
                .filter(like::namesSameWorkflow)
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

    /** Ends that for every package; returns whether there was anything to end. */
    public boolean unlinkEverywhere(UUID publisher) {
        return packagesOf(publisher).stream()
                        .filter(packageName -> unlink(publisher, packageName))
                        .count()
                > 0;
    }

    /** Forgets every policy of a package that is no more, unless they wait for the next of that name. */
    public void forget(String packageName) {
        if (rules.afterPackage() == AfterPackage.FORGOTTEN) {
            links.removeIf(link -> link.packageName().equals(packageName));
        }
    }

    /** Keeps ids that were learned from an ID token. */
    public void lockIds(UUID publisher, Map<String, String> ids) {
        publishers.computeIfPresent(publisher, (id, known) -> known.withIds(ids));
        pending.computeIfPresent(
                publisher,
                (id, entry) -> new PendingPublisher(
                        entry.publisher().withIds(ids), entry.packageName(), entry.registrant(), entry.expiresAt()));
    }

    /** Every pending publisher that has not expired. */
    public List<PendingPublisher> pending() {
        var now = clock.get();
        return pending.values().stream()
                .filter(entry -> now.isBefore(entry.expiresAt()))
                .toList();
    }

    /** The pending publisher with that id. */
    public Optional<PendingPublisher> pending(UUID id) {
        return Optional.ofNullable(pending.get(id)).filter(entry -> clock.get().isBefore(entry.expiresAt()));
    }

    /** Lets a workload create a package, for an account. */
    public PendingPublisher addPending(Publisher publisher, String packageName, String registrant) {
        var end = pendingSeconds.bound();
        var entry = new PendingPublisher(
                publisher,
                packageName,
                registrant,
                end.isEmpty() ? Instant.MAX : clock.get().plusSeconds(end.getAsLong()));
        pending.put(publisher.id(), entry);
        return entry;
    }

    /** Forgets a pending publisher; returns whether there was one. */
    public boolean removePending(UUID id) {
        return pending.remove(id) != null;
    }

    private boolean stillWorks(Link link) {
        return link.removedAt()
                .map(removed -> rules.removalSeconds().bound().isEmpty()
                        || Duration.between(removed, clock.get()).toSeconds()
                                < rules.removalSeconds().bound().getAsLong())
                .orElse(true);
    }

    private record Link(UUID publisher, String packageName, Optional<Instant> removedAt) {

        boolean joins(UUID otherPublisher, String otherPackage) {
            return publisher.equals(otherPublisher) && packageName.equals(otherPackage);
        }
    }
}
