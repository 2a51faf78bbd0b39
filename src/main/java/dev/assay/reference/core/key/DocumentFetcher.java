package dev.assay.reference.core.key;

import java.net.URI;

/** Fetches documents from an issuer. */
@FunctionalInterface
public interface DocumentFetcher {

    /**
     * The body of a successful answer.
     *
     * @throws FetchFailed if there was no such answer, or not within the terms
     */
    byte[] fetch(URI address, FetchTerms terms) throws FetchFailed;
}
