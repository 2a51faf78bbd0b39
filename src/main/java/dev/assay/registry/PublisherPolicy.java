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
 */
public record PublisherPolicy(
        String provider,
        String owner,
        String repository,
        String workflow,
        Optional<String> environment,
        String ownerId,
        String repositoryId) {

    /** The policy as templates see it; an absent environment is false. */
    public Map<String, Object> asTemplateValues() {
        var values = new HashMap<String, Object>();
        values.put("provider", provider);
        values.put("owner", owner);
        values.put("repository", repository);
        values.put("workflow", workflow);
        values.put("environment", environment.<Object>map(e -> e).orElse(false));
        values.put("ownerId", ownerId);
        values.put("repositoryId", repositoryId);
        return values;
    }

    /** The same policy for another workflow file. */
    public PublisherPolicy withWorkflow(String other) {
        return new PublisherPolicy(provider, owner, repository, other, environment, ownerId, repositoryId);
    }

    /** The same policy for another owner. */
    public PublisherPolicy withOwner(String other) {
        return new PublisherPolicy(provider, other, repository, workflow, environment, ownerId, repositoryId);
    }

    /** The same policy for another repository. */
    public PublisherPolicy withRepository(String other) {
        return new PublisherPolicy(provider, owner, other, workflow, environment, ownerId, repositoryId);
    }
}
