package dev.assay.reference.core;

import java.util.Map;

/**
 * A policy as somebody enters it.
 *
 * @param provider the kind of identity provider
 * @param fields what was entered, by field name
 */
public record PolicyEntry(String provider, Map<String, String> fields) {}
