package dev.assay.reference.core.registry;

import java.time.Instant;

/**
 * A policy for a package that does not exist yet.
 *
 * @param publisher the workload
 * @param packageName the package it may create, as entered
 * @param registrant the account that will own it
 * @param expiresAt from when it does not work; {@link Instant#MAX} if it always does
 */
public record PendingPublisher(Publisher publisher, String packageName, String registrant, Instant expiresAt) {}
