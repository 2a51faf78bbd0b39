package dev.assay.run;

import dev.assay.identity.provider.Provider;
import dev.assay.identity.workload.Workload;
import dev.assay.profile.Profile;
import dev.assay.registry.Conversation;
import dev.assay.registry.ProvisioningByOperations;
import dev.assay.registry.PublisherPolicy;
import dev.assay.registry.Registry;
import dev.assay.registry.Secrets;
import dev.assay.registry.Templates;
import dev.assay.registry.Transcript;
import dev.assay.registry.Wire;
import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sets a registry up for a real client: a package that trusts one workload. */
public final class Rehearsal {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    private final Profile profile;
    private final Provider provider;
    private final URI registry;
    private final Optional<KeyStore> trusted;

    /** A registry at a base URL, provisioned as its profile says. */
    public Rehearsal(Profile profile, Provider provider, URI registry, Optional<KeyStore> trusted) {
        this.profile = profile;
        this.provider = provider;
        this.registry = registry;
        this.trusted = trusted;
    }

    /** Registers a package and makes it trust a workload. */
    public void configure(String packageName, Workload workload) {
        var secrets = new Secrets();
        var templates = new Templates();
        try (var wire = Wire.open(ANSWER_TIMEOUT, trusted)) {
            var conversation = new Conversation(wire, templates, registry, new Transcript(secrets), secrets, Map.of());
            var provisioner = new ProvisioningByOperations(new Registry(profile, conversation, templates), secrets);
            var owner = provisioner.account("maintainer");
            provisioner.createPackage(owner, packageName);
            provisioner.addPublisher(owner, packageName, policy(workload));
        }
    }

    private PublisherPolicy policy(Workload workload) {
        var rules = profile.rulesFor(provider.id());
        var repository = workload.repository();
        return new PublisherPolicy(
                rules.name(),
                repository.owner().login(),
                repository.name(),
                workload.job().workflowFile(),
                workload.job().environment(),
                Long.toString(repository.owner().id()),
                Long.toString(repository.id()));
    }
}
