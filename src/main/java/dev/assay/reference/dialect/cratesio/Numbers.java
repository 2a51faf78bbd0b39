package dev.assay.reference.dialect.cratesio;

import java.util.LinkedHashMap;
import java.util.Map;

/** Whole numbers for what the registry knows by name, in the order in which it is asked for them. */
final class Numbers {

    private final Map<String, Integer> known = new LinkedHashMap<>();

    synchronized int of(String name) {
        return known.computeIfAbsent(name, unknown -> known.size() + 1);
    }
}
