package dev.assay.reference.core.key;

import dev.assay.reference.behaviour.KeyRules.FetchTimeout;
import dev.assay.reference.behaviour.Limit;

/**
 * What a fetch may cost.
 *
 * @param timeoutMillis how long it may take
 * @param timeout what of it
 * @param maximumBytes of the body
 * @param followsRedirects whether redirects are followed
 */
public record FetchTerms(int timeoutMillis, FetchTimeout timeout, Limit maximumBytes, boolean followsRedirects) {}
