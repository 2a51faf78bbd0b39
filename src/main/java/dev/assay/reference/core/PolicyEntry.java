package dev.assay.reference.core;

import java.util.Map;
import java.util.Optional;

/**
 * A policy as somebody enters it.
 *
 * @param provider the kind of identity provider
 * @param issuer which issuer of that kind; the usual one if none is named
 * @param fields what was entered, by field name
 */
public record PolicyEntry(String provider, Optional<String> issuer, Map<String, String> fields) {

    /** A policy for the usual issuer. */
    public PolicyEntry(String provider, Map<String, String> fields) {
        this(provider, Optional.empty(), fields);
    }
}
