package dev.assay.registry;

import dev.assay.registry.Transcript.Purpose;
import java.util.Map;

/** Provisions through the operations that the profile describes, whichever way each of them goes. */
public final class ProvisioningByOperations implements Provisioner {
    private final Registry registry;
    private final Secrets secrets;

    /** Provisions a registry. */
    public ProvisioningByOperations(Registry registry, Secrets secrets) {
        this.registry = registry;
        this.secrets = secrets;
    }

    /** Where the profile opens no accounts, everything is done in the name of whoever its requests speak for. */
    @Override
    public Account account(String name) {
        if (!registry.offers("account")) {
            return new Account(name, "");
        }
        var session = must("account", "open an account for " + name, Map.of("account", name))
                .value("session")
                .orElse("");
        secrets.add(session);
        return new Account(name, session);
    }

    @Override
    public void createPackage(Account owner, String packageName) {
        must("package", "register " + packageName, values(owner, packageName));
    }

    @Override
    public String addPublisher(Account owner, String packageName, PublisherPolicy policy) {
        var operation = policy.issuer().isPresent() ? "furtherPublisher" : "publisher";
        return must(operation, "configure a trusted publisher", values(owner, packageName, policy))
                .value("id")
                .orElse("");
    }

    @Override
    public String addPendingPublisher(Account owner, String packageName, PublisherPolicy policy) {
        return must("pendingPublisher", "configure a pending publisher", values(owner, packageName, policy))
                .value("id")
                .orElse("");
    }

    @Override
    public void removePublisher(Account owner, String packageName, String publisher) {
        must(
                "removePublisher",
                "remove the trusted publisher",
                Map.of(
                        "actor",
                        owner.name(),
                        "credential",
                        owner.credential(),
                        "package",
                        packageName,
                        "id",
                        publisher));
    }

    @Override
    public boolean isLive() {
        return true;
    }

    /** The values that an operation sees which an account carries out on a package. */
    public static Map<String, Object> values(Account actor, String packageName) {
        return Map.of("actor", actor.name(), "credential", actor.credential(), "package", packageName);
    }

    /** The values that an operation sees which enters a policy. */
    public static Map<String, Object> values(Account actor, String packageName, PublisherPolicy policy) {
        return Map.of(
                "actor",
                actor.name(),
                "credential",
                actor.credential(),
                "package",
                packageName,
                "publisher",
                policy.asTemplateValues());
    }

    private Outcome.Granted must(String operation, String what, Map<String, ?> values) {
        var outcome = registry.administer(operation, Purpose.of("maintainer", what), values)
                .orElseThrow(() ->
                        new UnsupportedException("the profile's provisioning has no operation '" + operation + "'"));
        if (outcome instanceof Outcome.Granted granted) {
            return granted;
        }
        throw new NotProvisionedException("could not " + what + ": " + outcome.describe(), outcome);
    }
}
