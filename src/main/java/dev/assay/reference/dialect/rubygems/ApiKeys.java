package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.behaviour.PolicyRules.ConfiguredBy;
import dev.assay.reference.behaviour.TimeRules.Checked;
import dev.assay.reference.behaviour.TokenRules;
import dev.assay.reference.behaviour.TokenRules.Actions;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.Account;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What keys were made for. One that is not listed pushes, such as every key that an ID token was exchanged for. */
final class ApiKeys {

    private final TokenRules rules;
    private final ConfiguredBy configuredBy;
    private final RegistryClock clock;
    private final Map<UUID, Set<Scope>> scopes = new ConcurrentHashMap<>();

    ApiKeys(TokenRules rules, ConfiguredBy configuredBy, RegistryClock clock) {
        this.rules = rules;
        this.configuredBy = configuredBy;
        this.clock = clock;
    }

    void add(RegistryToken key, Set<Scope> purposes) {
        scopes.put(key.id(), Set.copyOf(purposes));
    }

    boolean allow(RegistryToken key, Scope scope) {
        return scopes.getOrDefault(key.id(), Set.of(Scope.PUSH_RUBYGEM)).contains(scope);
    }

    /** Whether a key that belongs to no person is taken for one that does: never, in a sound registry. */
    boolean treatsJobsAsPeople() {
        return rules.actions() == Actions.MANAGE || configuredBy == ConfiguredBy.ANYBODY;
    }

    /** The account that acts through a key which manages. */
    Optional<Account> manager(RegistryCore core, String presented) {
        return key(core, presented)
                .filter(key -> allow(key, Scope.CONFIGURE_TRUSTED_PUBLISHERS))
                .flatMap(RegistryToken::account)
                .map(core.state().accounts()::open);
    }

    /** The key that stands in the {@code Authorization} header, which holds it without any scheme. */
    Optional<RegistryToken> key(RegistryCore core, String presented) {
        return core.credentials()
                .withText(presented)
                .or(() -> core.credentials().fromIdToken(presented))
                .filter(this::isFresh);
    }

    private boolean isFresh(RegistryToken key) {
        return rules.expiry() == Checked.IGNORED || clock.get().isBefore(key.expiresAt());
    }
}
