package dev.assay.reference.core;

import dev.assay.reference.behaviour.PendingRules;
import dev.assay.reference.behaviour.PendingRules.Unique;
import dev.assay.reference.behaviour.PolicyRules;
import dev.assay.reference.behaviour.PolicyRules.History;
import dev.assay.reference.behaviour.PolicyRules.Removal;
import dev.assay.reference.behaviour.PolicyRules.SameIdentity;
import dev.assay.reference.core.ConfigurationRefused.Kind;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.PendingPublisher;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryState;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where maintainers make and remove policies. */
public final class PolicyDesk {

    private final PolicyRules rules;
    private final PendingRules pendingRules;
    private final PolicyForm form;
    private final Rights rights;
    private final RegistryState state;

    PolicyDesk(PolicyRules rules, PendingRules pendingRules, PolicyForm form, Rights rights, RegistryState state) {
        this.rules = rules;
        this.pendingRules = pendingRules;
        this.form = form;
        this.rights = rights;
        this.state = state;
    }

    /**
     * Returns if the actor may make and remove policies of a package.
     *
     * @throws ConfigurationRefused if not, or there is no such package
     */
    public void requireRights(Actor actor, String packageName) throws ConfigurationRefused {
        state.atomically(() -> rights.forPolicies(actor, packageName));
    }

    /**
     * Lets a workload publish a package.
     *
     * @throws ConfigurationRefused if the actor has no right to, or the entry is nonsense
     */
    public Publisher add(Actor actor, String packageName, PolicyEntry entry) throws ConfigurationRefused {
        state.atomically(() -> rights.forPolicies(actor, packageName));
        var entered = form.read(entry);
        return state.atomically(() -> {
            var owned = rights.forPolicies(actor, packageName);
            var publisher = shared(entered, owned.key());
            refuseTooMany(owned, publisher);
            state.policies().link(publisher, owned.key());
            retell(owned, publisher);
            note("project:oidc:publisher-added", owned, publisher, actor);
            return publisher;
        });
    }

    private void retell(PackageEntry owned, Publisher publisher) {
        if (rules.history() == History.OF_THE_LATEST_POLICY) {
            var now = publisher.fill("{owner}/{repository}");
            owned.sources().forEach(before -> {
                owned.retell(before, now);
                state.auditLog().retell(owned.key(), before, now);
            });
        }
    }

    /**
     * Ends that.
     *
     * @throws ConfigurationRefused if the actor has no right to, or there is no such policy
     */
    public void remove(Actor actor, String packageName, UUID publisher) throws ConfigurationRefused {
        state.atomically(() -> {
            var owned = rights.forPolicies(actor, packageName);
            var known = removed(owned, publisher)
                    .orElseThrow(() -> new ConfigurationRefused(
                            Kind.NOT_FOUND, "unknown-publisher", "there is no such publisher"));
            note("project:oidc:publisher-removed", owned, known, actor);
            return owned;
        });
    }

    private Optional<Publisher> removed(PackageEntry owned, UUID publisher) {
        var policies = state.policies();
        var known = policies.listed(owned.key()).stream()
                .filter(listed -> listed.id().equals(publisher))
                .filter(listed -> policies.unlink(publisher, owned.key()))
                .findFirst();
        if (rules.removal() == Removal.OF_THE_SAME_WORKLOAD) {
            known.ifPresent(gone -> policies.publishers().stream()
                    .filter(gone::namesSameWorkload)
                    .forEach(other -> policies.unlinkEverywhere(other.id())));
        }
        return known.isPresent() || rules.removal() != Removal.OF_ANY_ID
                ? known
                : policies.known(publisher).filter(other -> policies.unlinkEverywhere(publisher));
    }

    /**
     * Lets a workload create a package.
     *
     * @throws ConfigurationRefused if pending publishers are not offered, or the entry is nonsense
     */
    public PendingPublisher addPending(Actor actor, String packageName, PolicyEntry entry) throws ConfigurationRefused {
        if (!pendingRules.offered()) {
            throw new ConfigurationRefused(Kind.NOT_OFFERED, "not-offered", "there are no pending publishers here");
        }
        var registrant = state.atomically(() -> rights.account(actor));
        var entered = form.read(entry);
        return state.atomically(() -> {
            refusePending(packageName, registrant.name(), entered);
            return state.policies().addPending(entered, packageName, registrant.name());
        });
    }

    /** The actor's own pending publishers. */
    public List<PendingPublisher> pending(Actor actor) throws ConfigurationRefused {
        return state.atomically(() -> {
            var name = rights.account(actor).name();
            return state.policies().pending().stream()
                    .filter(entry -> entry.registrant().equals(name))
                    .toList();
        });
    }

    private Publisher shared(Publisher entered, String packageName) {
        return switch (rules.sameIdentity()) {
            case SHARED -> state.policies().sameWorkload(entered).orElse(entered);
            case SEPARATE -> entered;
            case REVIVED ->
                state.policies()
                        .removed(entered, packageName)
                        .map(entered::withEnvironmentOf)
                        .orElse(entered);
        };
    }

    private void refuseTooMany(PackageEntry owned, Publisher publisher) throws ConfigurationRefused {
        var listed = state.policies().listed(owned.key());
        if (listed.contains(publisher)) {
            throw new ConfigurationRefused(Kind.CONFLICT, "already-registered", "this publisher is registered already");
        }
        var packages = state.policies().publishers().stream()
                .filter(publisher::namesSameWorkload)
                .mapToInt(known -> state.policies().packagesOf(known.id()).size())
                .sum();
        if (rules.policiesPerPackage().reachedBy(listed.size())
                || rules.packagesPerIdentity().reachedBy(packages)) {
            throw new ConfigurationRefused(Kind.CONFLICT, "too-many-publishers", "there are too many publishers");
        }
    }

    private void refusePending(String packageName, String registrant, Publisher entered) throws ConfigurationRefused {
        if (!pendingRules.existingNames() && state.packages().find(packageName).isPresent()) {
            throw new ConfigurationRefused(Kind.INVALID, "invalid-package", "the package exists already");
        }
        var objection = state.packages().naming().objection(packageName);
        if (objection.isPresent()) {
            throw new ConfigurationRefused(Kind.INVALID, "invalid-package", objection.get());
        }
        var all = state.policies().pending();
        var own = all.stream()
                .filter(entry -> entry.registrant().equals(registrant))
                .count();
        if (pendingRules.perAccount().reachedBy(own)) {
            throw new ConfigurationRefused(
                    Kind.CONFLICT, "too-many-publishers", "there are too many pending publishers");
        }
        if (rules.sameIdentity() == SameIdentity.SHARED
                && all.stream()
                        .filter(entry -> pendingRules.unique() == Unique.WORKLOAD || names(entry, packageName))
                        .anyMatch(entry -> entry.publisher().namesSameWorkload(entered))) {
            throw new ConfigurationRefused(Kind.CONFLICT, "already-registered", "this publisher is registered already");
        }
    }

    private boolean names(PendingPublisher entry, String packageName) {
        var naming = state.packages().naming();
        return naming.normalized(entry.packageName()).equals(naming.normalized(packageName));
    }

    private void note(String kind, PackageEntry owned, Publisher publisher, Actor actor) {
        var details = new HashMap<>(publisher.fields());
        details.put("publisher", publisher.id().toString());
        details.put("provider", publisher.provider());
        state.auditLog().note(kind, owned.key(), actor.name(), details);
    }
}
