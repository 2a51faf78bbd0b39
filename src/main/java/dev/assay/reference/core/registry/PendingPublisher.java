package dev.assay.reference.core.registry;

/**
 * A policy for a package that does not exist yet.
 *
 * @param publisher the workload
 * @param packageName the package it may create, as entered
 * @param registrant the account that will own it
 */
public record PendingPublisher(Publisher publisher, String packageName, String registrant) {}
