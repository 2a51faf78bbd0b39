package dev.assay.reference.core.key;

import dev.assay.reference.behaviour.Limit;

/**
 * What a fetch may cost.
 *
 * @param timeoutMillis from the start to the last byte
 * @param maximumBytes of the body
 * @param followsRedirects whether redirects are followed
 */
public record FetchTerms(int timeoutMillis, Limit maximumBytes, boolean followsRedirects) {}
