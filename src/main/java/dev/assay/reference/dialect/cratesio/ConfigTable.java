package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The policies as the interface shows them: one numbered row for every policy of a crate, in a table of each kind. */
final class ConfigTable {

    private final RegistryState state;
    private final RegistryClock clock;
    private final List<Row> rows = new ArrayList<>();

    ConfigTable(RegistryState state, RegistryClock clock) {
        this.state = state;
        this.clock = clock;
    }

    /** The rows of a crate, by number. */
    synchronized List<Row> of(ConfigKind kind, PackageEntry crate) {
        return state.atomically(() -> state.policies().listed(crate.key()).stream()
                .filter(publisher -> publisher.provider().equals(kind.provider()))
                .map(publisher -> row(kind, publisher, crate))
                .sorted(Comparator.comparing(Row::id))
                .toList());
    }

    /** The row of that number, if its policy still stands. */
    synchronized Optional<Row> find(ConfigKind kind, int id) {
        return rows.stream()
                .filter(row -> row.kind() == kind && row.id() == id)
                .filter(row -> state.atomically(() -> state.policies().listed(row.crateKey()).stream()
                        .anyMatch(publisher -> publisher.id().equals(row.publisher()))))
                .findFirst();
    }

    synchronized Row row(ConfigKind kind, Publisher publisher, PackageEntry crate) {
        return rows.stream()
                .filter(row ->
                        row.publisher().equals(publisher.id()) && row.crateKey().equals(crate.key()))
                .findFirst()
                .map(row -> row.with(publisher))
                .orElseGet(() -> {
                    var row = new Row(number(kind), kind, publisher, crate, clock.get());
                    rows.add(row);
                    return row;
                });
    }

    private int number(ConfigKind kind) {
        return (int) rows.stream().filter(row -> row.kind() == kind).count() + 1;
    }

    /** One row. */
    record Row(int id, ConfigKind kind, Publisher policy, PackageEntry crate, Instant createdAt) {

        UUID publisher() {
            return policy.id();
        }

        String crateKey() {
            return crate.key();
        }

        /** With what the policy has learned since. */
        Row with(Publisher now) {
            return new Row(id, kind, now, crate, createdAt);
        }

        /** As the interface shows it. */
        java.util.Map<String, Object> shown() {
            var shown = Replies.members();
            shown.put("id", id);
            shown.put("crate", crate.name());
            for (var member : kind.members()) {
                shown.put(member, policy.field(kind.field(member)));
                if (member.equals("repository_owner") || member.equals("namespace")) {
                    shown.put(kind.idMember(), ownersId());
                }
            }
            var environment = policy.field("environment");
            shown.put("environment", environment.isEmpty() ? null : environment);
            shown.put("created_at", Replies.time(createdAt));
            return shown;
        }

        private @org.jspecify.annotations.Nullable Object ownersId() {
            var id = policy.ids().get(kind.pin());
            return id == null || kind == ConfigKind.GITLAB ? id : Long.valueOf(id);
        }
    }
}
