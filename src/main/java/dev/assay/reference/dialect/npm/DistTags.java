package dev.assay.reference.dialect.npm;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Which version each distribution tag of a package names. */
final class DistTags {

    private final Map<String, Map<String, String>> byPackage = new ConcurrentHashMap<>();

    /** The tags of a package and their versions. */
    Map<String, String> of(String packageName) {
        return new TreeMap<>(byPackage.getOrDefault(packageName, Map.of()));
    }

    void put(String packageName, String tag, String version) {
        byPackage
                .computeIfAbsent(packageName, name -> new ConcurrentHashMap<>())
                .put(tag, version);
    }

    /** Returns whether there was such a tag. */
    boolean remove(String packageName, String tag) {
        return byPackage.getOrDefault(packageName, new ConcurrentHashMap<>()).remove(tag) != null;
    }
}
