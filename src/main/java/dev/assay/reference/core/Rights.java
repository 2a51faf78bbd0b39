package dev.assay.reference.core;

import dev.assay.reference.behaviour.PolicyRules;
import dev.assay.reference.behaviour.PolicyRules.ConfiguredBy;
import dev.assay.reference.behaviour.TokenRules.Actions;
import dev.assay.reference.core.ConfigurationRefused.Kind;
import dev.assay.reference.core.registry.Account;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.RegistryState;

/** Who may change what. Call within {@link RegistryState#atomically}. */
record Rights(PolicyRules rules, Actions tokenActions, TokenJudge judge, RegistryState state) {

    PackageEntry existing(String packageName) throws ConfigurationRefused {
        return state.packages()
                .find(packageName)
                .orElseThrow(() -> new ConfigurationRefused(
                        Kind.NOT_FOUND, "unknown-package", "there is no package " + packageName));
    }

    /** The package, if the actor may configure its policies. */
    PackageEntry forPolicies(Actor actor, String packageName) throws ConfigurationRefused {
        return open(rules.configuredBy(), actor, packageName);
    }

    /** The package, if the actor may do with it what owners do. */
    PackageEntry forOwners(Actor actor, String packageName) throws ConfigurationRefused {
        return open(rules.packagesManagedBy(), actor, packageName);
    }

    /** The package, if the actor may take its versions back. */
    PackageEntry forWithdrawal(Actor actor, String packageName) throws ConfigurationRefused {
        var entry = existing(packageName);
        return tokenActions == Actions.PUBLISH_AND_UNLIST && hasTokenFor(actor, entry)
                ? entry
                : forOwners(actor, packageName);
    }

    private PackageEntry open(ConfiguredBy whom, Actor actor, String packageName) throws ConfigurationRefused {
        var entry = existing(packageName);
        var isOpen = whom == ConfiguredBy.ANYBODY
                || (whom == ConfiguredBy.ANY_ACCOUNT && actor.account().isPresent());
        if (!isOpen && !owns(actor, entry)) {
            throw forbidden();
        }
        return entry;
    }

    /** The account whose session was presented, or in whose name a token that may manage acts. */
    Account account(Actor actor) throws ConfigurationRefused {
        if (actor.account().isPresent()) {
            return actor.account().get();
        }
        var entry = state.packages().all().stream()
                .filter(known -> actsThroughToken(actor, known))
                .findFirst();
        return entry.map(
                        known -> state.accounts().open(known.owners().iterator().next()))
                .orElseThrow(Rights::forbidden);
    }

    private boolean owns(Actor actor, PackageEntry entry) {
        return actor.account()
                        .map(account -> entry.owners().contains(account.name()))
                        .orElse(false)
                || actsThroughToken(actor, entry);
    }

    private boolean actsThroughToken(Actor actor, PackageEntry entry) {
        return (tokenActions == Actions.MANAGE || tokenActions == Actions.MANAGE_SENT_AS_WITH_UPLOADS)
                && hasTokenFor(actor, entry);
    }

    private boolean hasTokenFor(Actor actor, PackageEntry entry) {
        return actor.token()
                .map(token -> judge.objections(token, entry).isEmpty())
                .orElse(false);
    }

    static ConfigurationRefused forbidden() {
        return new ConfigurationRefused(Kind.FORBIDDEN, "forbidden", "no rights over this package");
    }
}
