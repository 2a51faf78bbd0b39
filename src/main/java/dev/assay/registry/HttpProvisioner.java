package dev.assay.registry;

import dev.assay.registry.Transcript.Purpose;
import java.util.Map;

/** Provisions through the operations that the profile describes. */
public final class HttpProvisioner implements Provisioner {
    private final Registry registry;
    private final Secrets secrets;

    /** Provisions a registry. */
    public HttpProvisioner(Registry registry, Secrets secrets) {
        this.registry = registry;
        this.secrets = secrets;
    }

    @Override
    public Account account(String name) {
        var session = value(must("account", "an account for " + name, Map.of("account", name)), "session");
        secrets.add(session);
        return new Account(name, session);
    }

    @Override
    public void createPackage(Account owner, String packageName) {
        must("package", "register " + packageName, Map.of("credential", owner.credential(), "package", packageName));
    }

    @Override
    public String addPublisher(Account owner, String packageName, PublisherPolicy policy) {
        var operation = policy.issuer().isPresent() ? "furtherPublisher" : "publisher";
        return value(must(operation, "configure a trusted publisher", values(owner, packageName, policy)), "id");
    }

    @Override
    public String addPendingPublisher(Account owner, String packageName, PublisherPolicy policy) {
        return value(
                must("pendingPublisher", "configure a pending publisher", values(owner, packageName, policy)), "id");
    }

    @Override
    public void removePublisher(Account owner, String packageName, String publisher) {
        must(
                "removePublisher",
                "remove the trusted publisher",
                Map.of("credential", owner.credential(), "package", packageName, "id", publisher));
    }

    @Override
    public boolean isLive() {
        return true;
    }

    /** The values that a policy's templates see. */
    public static Map<String, Object> values(Account owner, String packageName, PublisherPolicy policy) {
        return Map.of("credential", owner.credential(), "package", packageName, "publisher", policy.asTemplateValues());
    }

    private Outcome.Granted must(String operation, String what, Map<String, ?> values) {
        var outcome = registry.administer(operation, Purpose.of("maintainer", what), values)
                .orElseThrow(() ->
                        new NotProvisionedException("the profile's provisioning has no operation '" + operation + "'"));
        if (outcome instanceof Outcome.Granted granted) {
            return granted;
        }
        throw new NotProvisionedException("could not " + what + ": " + outcome.describe());
    }

    private static String value(Outcome.Granted granted, String name) {
        return granted.value(name)
                .orElseThrow(() -> new NotProvisionedException("the profile does not extract '" + name + "'"));
    }
}
