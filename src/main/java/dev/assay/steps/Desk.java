package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.registry.Outcome;
import dev.assay.registry.Provisioner.Account;
import dev.assay.registry.ProvisioningByOperations;
import dev.assay.registry.PublisherPolicy;
import dev.assay.registry.Transcript.Purpose;
import java.util.HashMap;
import java.util.Map;

/**
 * Where somebody asks a registry to change what it knows about a package, which the registry may refuse.
 *
 * @param errand how a request gets to it
 */
record Desk(World world, Errand errand) {
    static final String MAINTAINER = "maintainer";

    static final String WITHDRAW = "withdrawVersion";

    Desk(World world) {
        this(world, world::administer);
    }

    /** The same, asked with a credential where an upload has its token. */
    static Desk askedAsWithUploads(World world) {
        return new Desk(world, (operation, purpose, values) -> {
            world.provisioningEnds();
            return world.registry()
                    .administerAsWithUploads(operation, purpose, values)
                    .orElseThrow(() -> new Inapplicable("an owner's credential for the operation '" + operation
                            + "' is sent in the same way as a registry token is to publish, or the profile of "
                            + world.profile().title() + " does not say where in a request it stands"));
        });
    }

    /** How an operation is carried out. */
    @FunctionalInterface
    interface Errand {
        Outcome run(String operation, Purpose purpose, Map<String, ?> values);
    }

    /** What the profile does not say how to do, nobody can try. */
    void requiresOperation(String operation) {
        if (!world.registry().offers(operation)) {
            throw new Inapplicable(
                    "the profile of " + world.profile().title() + " has no operation '" + operation + "'");
        }
    }

    /** Enters a policy for the scenario's package. */
    Outcome configure(Account who, PublisherPolicy policy, String role) {
        return configure(who, world.cast().packageName(), policy, role);
    }

    Outcome configure(Account who, String packageName, PublisherPolicy policy, String role) {
        world.requiresDecision("publisher", "configure a trusted publisher");
        var values = ProvisioningByOperations.values(who, packageName, policy);
        return errand.run("publisher", Purpose.of(role, "configure a trusted publisher"), values);
    }

    /** Takes a published version back; what not even the owner of a package can do, nobody has to be kept from. */
    Outcome withdraw(Artifact version, Account who, String role) {
        var outcome = decide(WITHDRAW, who, role, Map.of("version", version.version()));
        if (role.equals(MAINTAINER) && outcome instanceof Outcome.Refused) {
            throw new Inapplicable(
                    world.profile().title() + " does not let its owner withdraw a version: " + outcome.describe());
        }
        return outcome;
    }

    /** An operation of which the registry itself decides who may carry it out. */
    Outcome decide(String operation, Account who, String role, Map<String, ?> more) {
        world.requiresDecision(operation, "carry out '" + operation + "'");
        var values = new HashMap<String, Object>(more);
        values.putAll(ProvisioningByOperations.values(who, world.cast().packageName()));
        return errand.run(operation, Purpose.of(role, operation), values);
    }
}
