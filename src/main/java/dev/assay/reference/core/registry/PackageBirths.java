package dev.assay.reference.core.registry;

import dev.assay.reference.behaviour.KeyRules.Respected;
import dev.assay.reference.behaviour.PendingRules;
import dev.assay.reference.behaviour.PendingRules.Conversion;
import dev.assay.reference.behaviour.PendingRules.ExistingPackage;
import dev.assay.reference.behaviour.PendingRules.Registration;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.SwitchRules;
import dev.assay.reference.core.failure.Refused;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How packages come into being. Call within {@link RegistryState#atomically}. */
public final class PackageBirths {

    private final RegistryState state;
    private final PendingRules rules;
    private final SwitchRules switches;

    /** Births in this registry. */
    public PackageBirths(RegistryState state, PendingRules rules, SwitchRules switches) {
        this.state = state;
        this.rules = rules;
        this.switches = switches;
    }

    /**
     * Registers a name for an account.
     *
     * @throws Refused if the name is taken, reserved or not allowed
     */
    public PackageEntry register(String name, String account) throws Refused {
        refuseTaken(name);
        refuseName(name);
        var isReserved = rules.reservesName()
                && waiting(name).anyMatch(entry -> !entry.registrant().equals(account));
        if (isReserved) {
            throw new Refused(Reason.PACKAGE_EXISTS, "the name is reserved");
        }
        return create(name, account);
    }

    /**
     * Lets a pending publisher create its package.
     *
     * @throws Refused if the name is taken or not allowed
     */
    public PackageEntry birth(PendingPublisher entry, String name) throws Refused {
        refuseTaken(name);
        if (rules.namingRules() == Respected.RESPECTED) {
            refuseName(name);
        }
        var owner = owner(entry, name);
        var policies = policies(entry, name);
        if (rules.conversion() != Conversion.PENDING_KEPT) {
            state.policies().removePending(entry.publisher().id());
        }
        var born = create(name, owner);
        policies.forEach(policy -> state.policies().link(policy, born.key()));
        return born;
    }

    private String owner(PendingPublisher entry, String name) {
        return rules.conversion() == Conversion.FIRST_OWNS
                ? waiting(name).findFirst().orElse(entry).registrant()
                : entry.registrant();
    }

    /** The policies that the package begins with. */
    private List<Publisher> policies(PendingPublisher entry, String name) {
        var own = entry.publisher();
        return switch (rules.conversion()) {
            case POLICY_LOST -> List.of();
            case ENVIRONMENT_LOST -> List.of(own.withoutEnvironment());
            case IDS_LOST -> List.of(own.withoutIds());
            case ALL_JOIN -> waiting(name).map(PendingPublisher::publisher).toList();
            case ATOMIC, PACKAGE_FIRST, PENDING_KEPT, FIRST_OWNS -> List.of(own);
        };
    }

    private Stream<PendingPublisher> waiting(String name) {
        return state.policies().pending().stream().filter(entry -> names(entry, name));
    }

    /** Whether the pending publisher opens that name. */
    public boolean opens(PendingPublisher entry, String name) {
        var naming = state.packages().naming();
        return rules.opens().matches(naming.normalized(entry.packageName()), naming.normalized(name));
    }

    /** Whether tokens of a pending publisher open its package although somebody else has registered that meanwhile. */
    public boolean outliveRegistration() {
        return rules.existingPackage() == ExistingPackage.GRANTED_TO_OLD_TOKENS;
    }

    private PackageEntry create(String name, String owner) {
        var born = state.packages().create(name, owner);
        if (rules.registration() != Registration.KEEPS) {
            waiting(name)
                    .filter(entry -> rules.registration() == Registration.DROPS_ALL
                            || !entry.registrant().equals(owner))
                    .forEach(entry ->
                            state.policies().removePending(entry.publisher().id()));
        }
        state.auditLog().note("project:create", born.key(), owner, Map.of());
        return born;
    }

    private boolean names(PendingPublisher entry, String name) {
        var naming = state.packages().naming();
        return naming.normalized(entry.packageName()).equals(naming.normalized(name));
    }

    private void refuseTaken(String name) throws Refused {
        if (state.packages().find(name).isPresent()) {
            throw new Refused(Reason.PACKAGE_EXISTS, "the package exists already");
        }
    }

    private void refuseName(String name) throws Refused {
        if (!switches.newPackages()) {
            throw new Refused(Reason.PACKAGE_NAME_REFUSED, "New project registration temporarily disabled");
        }
        var objection = state.packages().naming().objection(name);
        if (objection.isPresent()) {
            throw new Refused(Reason.PACKAGE_NAME_REFUSED, objection.get());
        }
    }
}
