package dev.assay.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a maintainer enters: the workloads described by it may publish.
 *
 * @param provider the registry's name for the identity provider
 * @param owner login of the repository's owner
 * @param repository name of the repository, without the owner
 * @param workflow file name of the workflow
 * @param environment deployment environment, if the policy demands one
 * @param ownerId the owner's immutable id, for registries that have it entered
 * @param repositoryId the repository's immutable id, for registries that have it entered
 * @param issuer which issuer of the identity provider, if it is not the usual one
 */
public record PublisherPolicy(
        String provider,
        String owner,
        String repository,
        String workflow,
        Optional<String> environment,
        String ownerId,
        String repositoryId,
        Optional<String> issuer) {

    /** A policy for the identity provider's usual issuer. */
    public PublisherPolicy(
            String provider,
            String owner,
            String repository,
            String workflow,
            Optional<String> environment,
            String ownerId,
            String repositoryId) {
        this(provider, owner, repository, workflow, environment, ownerId, repositoryId, Optional.empty());
    }

    /** The policy as templates see it; an absent environment or issuer is false. */
    public Map<String, Object> asTemplateValues() {
        var values = new HashMap<String, Object>();
        values.put("provider", provider);
        values.put("owner", owner);
        values.put("repository", repository);
        values.put("workflow", workflow);
        values.put("environment", environment.<Object>map(e -> e).orElse(false));
        values.put("ownerId", ownerId);
        values.put("repositoryId", repositoryId);
        values.put("issuer", issuer.<Object>map(i -> i).orElse(false));
        return values;
    }

    /** The same policy for ID tokens of another issuer. */
    public PublisherPolicy withIssuer(String other) {
        return new PublisherPolicy(
                provider, owner, repository, workflow, environment, ownerId, repositoryId, Optional.of(other));
    }

    /** The same policy for another workflow file. */
    public PublisherPolicy withWorkflow(String other) {
        return new PublisherPolicy(provider, owner, repository, other, environment, ownerId, repositoryId, issuer);
    }

    /** The same policy for a deployment environment. */
    public PublisherPolicy withEnvironment(String other) {
        return new PublisherPolicy(
                provider, owner, repository, workflow, Optional.of(other), ownerId, repositoryId, issuer);
    }

    /** The same policy for another owner. */
    public PublisherPolicy withOwner(String other) {
        return new PublisherPolicy(provider, other, repository, workflow, environment, ownerId, repositoryId, issuer);
    }

    /** The same policy for another repository. */
    public PublisherPolicy withRepository(String other) {
        return new PublisherPolicy(provider, owner, other, workflow, environment, ownerId, repositoryId, issuer);
    }
}
