package dev.assay.reference.core;

import dev.assay.reference.core.registry.RegistryToken;

/**
 * A successful exchange.
 *
 * @param token the registry token
 * @param promisedExpiry when the answer says that it expires, in seconds since 1970
 */
public record Exchanged(RegistryToken token, long promisedExpiry) {}
