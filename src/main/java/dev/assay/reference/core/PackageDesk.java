package dev.assay.reference.core;

import dev.assay.reference.behaviour.PublishingRules.Withdrawn;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.TokenRules.PackageSwitch;
import dev.assay.reference.core.ConfigurationRefused.Kind;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.AuditEvent;
import dev.assay.reference.core.registry.PackageBirths;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.RegistryToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where maintainers register packages, name owners, and make long-lived tokens. */
public final class PackageDesk {

    private final PackageSwitch packageSwitch;
    private final Withdrawn withdrawn;
    private final Rights rights;
    private final PackageBirths births;
    private final TokenIssue tokens;
    private final RegistryState state;

    PackageDesk(
            PackageSwitch packageSwitch,
            Withdrawn withdrawn,
            Rights rights,
            PackageBirths births,
            TokenIssue tokens,
            RegistryState state) {
        this.packageSwitch = packageSwitch;
        this.withdrawn = withdrawn;
        this.rights = rights;
        this.births = births;
        this.tokens = tokens;
        this.state = state;
    }

    /**
     * Registers a name.
     *
     * @throws ConfigurationRefused if the name is taken or not allowed, or there is no account to own it
     */
    public PackageEntry register(Actor actor, String name) throws ConfigurationRefused {
        return state.atomically(() -> {
            try {
                return births.register(name, rights.account(actor).name());
            } catch (Refused refused) {
                var kind = refused.reason() == Reason.PACKAGE_EXISTS ? Kind.CONFLICT : Kind.INVALID;
                throw new ConfigurationRefused(kind, "invalid-name", refused.detail());
            }
        });
    }

    /** Forgets a package with its policies and all that was published; the name is free again. */
    public void remove(Actor actor, String packageName) throws ConfigurationRefused {
        state.atomically(() -> {
            var owned = rights.forOwners(actor, packageName);
            state.policies().forget(owned.key());
            state.tokens().notePackageGone(owned.key());
            state.packages().remove(owned);
            return owned;
        });
    }

    /** Takes a published version back. */
    public void withdraw(Actor actor, String packageName, String version) throws ConfigurationRefused {
        state.atomically(() -> {
            var entry = rights.forWithdrawal(actor, packageName);
            if (entry.files().stream().noneMatch(file -> file.version().equals(version))) {
                throw new ConfigurationRefused(Kind.NOT_FOUND, "unknown-version", "there is no version " + version);
            }
            switch (withdrawn) {
                case HIDDEN -> entry.withdraw(version);
                case FORGOTTEN -> entry.forget(version);
            }
            state.auditLog().note("version:withdraw", entry.key(), actor.name(), Map.of("version", version));
            return entry;
        });
    }

    /** Makes an account an owner of a package. */
    public void addOwner(Actor actor, String packageName, String account) throws ConfigurationRefused {
        state.atomically(() -> {
            var owned = rights.forOwners(actor, packageName);
            state.accounts().open(account);
            owned.addOwner(account);
            state.auditLog().note("project:role:add", owned.key(), actor.name(), Map.of("owner", account));
            return owned;
        });
    }

    /** Shuts long-lived tokens out of a package, or lets them in. */
    public void refuseLongLivedTokens(Actor actor, String packageName, boolean refused) throws ConfigurationRefused {
        if (packageSwitch == PackageSwitch.NOT_OFFERED) {
            throw new ConfigurationRefused(Kind.NOT_OFFERED, "not-offered", "there is no such setting here");
        }
        state.atomically(() -> {
            var owned = rights.forOwners(actor, packageName);
            owned.refuseLongLivedTokens(refused);
            return owned;
        });
    }

    /** A long-lived token, for one package or for all of the actor's. */
    public RegistryToken issueLongLivedToken(Actor actor, Optional<String> packageName) throws ConfigurationRefused {
        return state.atomically(() -> {
            var account = rights.account(actor).name();
            if (packageName.isEmpty()) {
                return tokens.issueLongLived(account, Set.of());
            }
            return tokens.issueLongLived(
                    account, Set.of(rights.forOwners(actor, packageName.get()).key()));
        });
    }

    /** What happened to a package; its owners' business. */
    public List<AuditEvent> events(Actor actor, String packageName) throws ConfigurationRefused {
        return state.atomically(() ->
                state.auditLog().about(rights.forOwners(actor, packageName).key()));
    }

    /** Returns if the actor owns the package, for what only owners may see. */
    public void refuseUnlessOwner(Actor actor, String packageName) throws ConfigurationRefused {
        state.atomically(() -> rights.forOwners(actor, packageName));
    }

    /** A package as everybody may see it. */
    public PackageView view(String packageName) throws ConfigurationRefused {
        return state.atomically(() -> {
            var entry = rights.existing(packageName);
            return new PackageView(
                    entry.name(),
                    entry.owners().stream().sorted().toList(),
                    state.policies().listed(entry.key()),
                    entry.longLivedTokensRefused());
        });
    }

    /**
     * A package at one moment.
     *
     * @param name as registered
     * @param owners names of accounts
     * @param publishers its policies
     * @param longLivedTokensRefused whether long-lived tokens are shut out
     */
    public record PackageView(
            String name, List<String> owners, List<Publisher> publishers, boolean longLivedTokensRefused) {}
}
