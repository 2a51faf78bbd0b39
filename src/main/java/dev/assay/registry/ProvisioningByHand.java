package dev.assay.registry;

import java.util.ArrayList;
import java.util.List;

/** Writes down what an operator has to enter, and trusts that it was entered. */
public final class ProvisioningByHand implements Provisioner {
    private final List<PlannedPolicy> planned = new ArrayList<>();

    /** A policy to enter by hand. */
    public record PlannedPolicy(String packageName, PublisherPolicy policy) {}

    /** What was asked for so far. */
    public List<PlannedPolicy> planned() {
        return List.copyOf(planned);
    }

    @Override
    public Account account(String name) {
        return new Account(name, "");
    }

    @Override
    public void createPackage(Account owner, String packageName) {
        // The operator's plan names every package together with its policies.
    }

    @Override
    public String addPublisher(Account owner, String packageName, PublisherPolicy policy) {
        planned.add(new PlannedPolicy(packageName, policy));
        return packageName;
    }

    @Override
    public String addPendingPublisher(Account owner, String packageName, PublisherPolicy policy) {
        throw byHand("pending publishers");
    }

    @Override
    public void removePublisher(Account owner, String packageName, String publisher) {
        throw byHand("the removal of a policy");
    }

    @Override
    public boolean isLive() {
        return false;
    }

    private static UnsupportedException byHand(String what) {
        return new UnsupportedException(what + " in the course of a run: this target's policies are entered by hand");
    }
}
