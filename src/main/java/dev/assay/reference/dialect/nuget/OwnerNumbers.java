package dev.assay.reference.dialect.nuget;

import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.RegistryToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers of package owners, as the gallery's database counts them. */
final class OwnerNumbers {

    private final Map<String, Long> byName = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private volatile Optional<RegistryState> state = Optional.empty();

    /** Tells where packages and their owners are kept. */
    void look(RegistryState where) {
        state = Optional.of(where);
    }

    /** The number of whoever's packages the token publishes; zero if there is nobody. */
    long of(RegistryToken token, List<UUID> packageIds) {
        return token.account()
                .or(() -> owner(packageIds))
                .map(name -> byName.computeIfAbsent(name, first -> last.incrementAndGet()))
                .orElse(0L);
    }

    private Optional<String> owner(List<UUID> packageIds) {
        return state.flatMap(where -> where.packages().all().stream()
                        .filter(entry -> packageIds.contains(entry.id()))
                        .findFirst())
                .map(PackageEntry::owners)
                .flatMap(owners -> owners.stream().sorted().findFirst());
    }
}
