package dev.assay.reference.core;

import dev.assay.reference.behaviour.TimeRules.Checked;
import dev.assay.reference.behaviour.TokenRules;
import dev.assay.reference.behaviour.TokenRules.AfterPackage;
import dev.assay.reference.behaviour.TokenRules.AfterRemoval;
import dev.assay.reference.behaviour.TokenRules.Births;
import dev.assay.reference.behaviour.TokenRules.Life;
import dev.assay.reference.behaviour.TokenRules.LongLived;
import dev.assay.reference.behaviour.TokenRules.PackageSwitch;
import dev.assay.reference.behaviour.TokenRules.Scope;
import dev.assay.reference.core.registry.Grant;
import dev.assay.reference.core.registry.PackageBirths;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.PendingPublisher;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.RegistryToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what a registry token is good for. Call within {@link RegistryState#atomically}. */
final class TokenJudge {

    private final TokenRules rules;
    private final RegistryState state;
    private final PackageBirths births;
    private final RegistryClock clock;

    TokenJudge(TokenRules rules, RegistryState state, PackageBirths births, RegistryClock clock) {
        this.rules = rules;
        this.state = state;
        this.births = births;
        this.clock = clock;
    }

    /** Whether nobody knows the token any more: it was abolished, or its policies are gone. */
    boolean isDead(RegistryToken token) {
        if (token.isLongLived()) {
            return rules.longLived() == LongLived.ABOLISHED;
        }
        return rules.afterRemoval() != AfterRemoval.POWERLESS
                && !token.grants().isEmpty()
                && token.grants().stream().noneMatch(this::isAlive)
                && !(rules.afterPackage() == AfterPackage.NAME && state.tokens().hasOutlivedAny(token));
    }

    /** What speaks against publishing this package with the token; nothing if it may. */
    List<Objection> objections(RegistryToken token, PackageEntry entry) {
        var objections = new ArrayList<>(objectionsToTheTokenItself(token));
        if (token.isLongLived()) {
            objections.addAll(objectionsToLongLived(token, entry));
        } else if (!token.everyPackage() && !covers(token, entry)) {
            objections.addAll(objectionsToScope(token, entry));
        }
        return objections;
    }

    /** What speaks against publishing anything with the token. */
    List<Objection> objectionsToTheTokenItself(RegistryToken token) {
        var now = clock.get();
        var objections = new ArrayList<Objection>();
        if (rules.expiry() == Checked.CHECKED && !now.isBefore(end(token))) {
            objections.add(Objection.EXPIRED);
        }
        if (now.isBefore(token.notBefore())) {
            objections.add(Objection.NOT_YET_VALID);
        }
        if (!token.isLongLived() && rules.uses().reachedBy(state.tokens().uses(token))) {
            objections.add(Objection.USED_UP);
        }
        return objections;
    }

    private Instant end(RegistryToken token) {
        return rules.life() == Life.FROM_LAST_USE && !token.isLongLived()
                ? state.tokens().lastUse(token).plusSeconds(rules.lifetimeSeconds())
                : token.expiresAt();
    }

    /** The pending publisher through which the token may create the package. */
    Optional<PendingPublisher> birthright(RegistryToken token, String packageName) {
        return token.grants().stream()
                .flatMap(grant -> state.policies().pending(grant.publisher()).stream())
                .filter(entry -> births.opens(entry, packageName))
                .findFirst();
    }

    /** The account in whose name the token creates a package that no pending publisher waits for, if it may. */
    Optional<String> patron(RegistryToken token) {
        if (token.isLongLived()) {
            return token.onlyPackages().isEmpty() ? token.account() : Optional.empty();
        }
        return rules.births() == Births.ANY
                ? token.grants().stream()
                        .flatMap(grant -> grant.packages().stream())
                        .flatMap(key -> state.packages().find(key).stream())
                        .flatMap(entry -> entry.owners().stream())
                        .findFirst()
                : Optional.empty();
    }

    private boolean covers(RegistryToken token, PackageEntry entry) {
        if (state.tokens().hasOutlived(token, entry.key())) {
            return rules.afterPackage() == AfterPackage.NAME;
        }
        return token.grants().stream().anyMatch(grant -> covers(grant, entry.key()))
                || livesOnElsewhere(token, entry.key())
                || (births.outliveRegistration()
                        && birthright(token, entry.name()).isPresent());
    }

    /** Whether a policy of another package makes up for that of this one. */
    private boolean livesOnElsewhere(RegistryToken token, String key) {
        return rules.afterRemoval() == AfterRemoval.ALIVE_WITH_ANOTHER_PACKAGE
                && token.grants().stream().anyMatch(grant -> grant.packages().contains(key))
                && token.grants().stream().anyMatch(this::isAlive);
    }

    private boolean covers(Grant grant, String key) {
        if (grant.beyondPolicy().contains(key)) {
            return isAlive(grant);
        }
        var isNamed =
                rules.scope() == Scope.POLICY_AT_UPLOAD || grant.packages().contains(key);
        return isNamed && (outlivesPolicy() || isLinked(grant, key) || hasAnother(grant, key));
    }

    private List<Objection> objectionsToScope(RegistryToken token, PackageEntry entry) {
        var isLinked = token.grants().stream().anyMatch(grant -> isLinked(grant, entry.key()));
        var isInScope =
                token.grants().stream().anyMatch(grant -> grant.packages().contains(entry.key()));
        return Stream.concat(
                        isLinked ? Stream.empty() : Stream.of(Objection.POLICY_DOES_NOT_COVER),
                        isInScope ? Stream.empty() : Stream.of(Objection.PACKAGE_OUT_OF_SCOPE))
                .toList();
    }

    private List<Objection> objectionsToLongLived(RegistryToken token, PackageEntry entry) {
        var objections = new ArrayList<Objection>();
        if (!token.onlyPackages().isEmpty() && !token.onlyPackages().contains(entry.key())) {
            objections.add(Objection.PACKAGE_OUT_OF_SCOPE);
        }
        if (token.account().filter(entry.owners()::contains).isEmpty()) {
            objections.add(Objection.ACCOUNT_WITHOUT_RIGHTS);
        }
        if (entry.longLivedTokensRefused() && isSwitchOfEffect(entry)) {
            objections.add(Objection.LONG_LIVED_TOKENS_REFUSED);
        }
        return objections;
    }

    private boolean isSwitchOfEffect(PackageEntry entry) {
        return rules.packageSwitch() == PackageSwitch.OFFERED
                || (rules.packageSwitch() == PackageSwitch.WITH_A_POLICY
                        && !state.policies().listed(entry.key()).isEmpty());
    }

    private boolean isAlive(Grant grant) {
        return outlivesPolicy()
                || state.policies().pending(grant.publisher()).isPresent()
                || !state.policies().packagesOf(grant.publisher()).isEmpty()
                || grant.packages().stream().anyMatch(key -> hasAnother(grant, key));
    }

    private boolean isLinked(Grant grant, String key) {
        return state.policies().packagesOf(grant.publisher()).contains(key);
    }

    /** Whether a policy of the package makes up for the token's own one. */
    private boolean hasAnother(Grant grant, String key) {
        var policies = state.policies();
        return switch (rules.afterRemoval()) {
            case ALIVE_WITH_ANOTHER -> !policies.listed(key).isEmpty();
            case ALIVE_WITH_SAME ->
                policies.known(grant.publisher()).stream()
                        .anyMatch(own -> policies.listed(key).stream().anyMatch(own::namesSameWorkload));
            default -> false;
        };
    }

    private boolean outlivesPolicy() {
        return rules.afterRemoval() == AfterRemoval.ALIVE;
    }
}
