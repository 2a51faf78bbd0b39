package dev.assay.probe;

import dev.assay.registry.PublisherPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy as somebody enters it by hand.
 *
 * @param packageName the package that it covers
 * @param issuer of the ID tokens that it trusts
 * @param policy what it pins
 */
public record PolicyText(String packageName, String issuer, PublisherPolicy policy) {

    /** One line a field. */
    public List<String> lines() {
        var lines = new ArrayList<>(List.of(
                "package: " + packageName,
                "provider: " + policy.provider(),
                "issuer: " + issuer,
                "owner: " + policy.owner() + " (id " + policy.ownerId() + ")",
                "repository: " + policy.repository() + " (id " + policy.repositoryId() + ")",
                "workflow: " + policy.workflow()));
        policy.environment().ifPresent(environment -> lines.add("environment: " + environment));
        return lines;
    }
}
