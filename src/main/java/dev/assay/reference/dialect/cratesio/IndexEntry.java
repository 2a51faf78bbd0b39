package dev.assay.reference.dialect.cratesio;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the index says of a version, as far as it comes from the manifest (crates/crates_io_index/src/data.rs). */
record IndexEntry(Manifest manifest) {

    private static final Map<String, String> TABLES = orderedTables();

    /** One line of the index, for an archive with that SHA-256 that is published at that time. */
    Map<String, Object> members(String checksum, Instant publishedAt) {
        var entry = Replies.members();
        entry.put("name", manifest.field("name"));
        entry.put("vers", manifest.field("version"));
        entry.put("deps", dependencies());
        entry.put("cksum", checksum);
        var features = manifest.toml().path("features");
        entry.put("features", features(features, false));
        var newer = features(features, true);
        if (!newer.isEmpty()) {
            entry.put("features2", newer);
        }
        entry.put("yanked", false);
        if (!manifest.field("links").isEmpty()) {
            entry.put("links", manifest.field("links"));
        }
        if (!manifest.field("rust-version").isEmpty()) {
            entry.put("rust_version", manifest.field("rust-version"));
        }
        entry.put("pubtime", publishedAt.truncatedTo(ChronoUnit.SECONDS).toString());
        if (!newer.isEmpty()) {
            entry.put("v", 2);
        }
        return entry;
    }

    private List<Map<String, Object>> dependencies() {
        var dependencies = new ArrayList<Map<String, Object>>();
        collect(manifest.toml(), null, dependencies);
        manifest.toml()
                .path("target")
                .properties()
                .forEach(target -> collect(target.getValue(), target.getKey(), dependencies));
        return dependencies;
    }

    private static void collect(
            JsonNode tables, @org.jspecify.annotations.Nullable String target, List<Map<String, Object>> dependencies) {
        TABLES.forEach((table, kind) -> tables.path(table)
                .properties()
                .forEach(entry -> dependencies.add(dependency(entry.getKey(), entry.getValue(), target, kind))));
    }

    private static Map<String, Object> dependency(
            String name, JsonNode declared, @org.jspecify.annotations.Nullable String target, String kind) {
        var dependency = Replies.members();
        dependency.put("name", name);
        dependency.put(
                "req",
                requirement(
                        declared.isTextual()
                                ? declared.asText()
                                : declared.path("version").asText("*")));
        dependency.put("features", texts(declared.path("features")).toList());
        dependency.put("optional", declared.path("optional").asBoolean(false));
        dependency.put("default_features", declared.path("default-features").asBoolean(true));
        dependency.put("target", target);
        dependency.put("kind", kind);
        if (declared.has("package")) {
            dependency.put("package", declared.path("package").asText());
        }
        return dependency;
    }

    /** A bare version means that or a compatible one. */
    private static String requirement(String declared) {
        return Stream.of(declared.split(","))
                .map(String::strip)
                .map(part ->
                        !part.isEmpty() && Character.isDigit(part.charAt(0)) && !part.contains("*") ? "^" + part : part)
                .collect(Collectors.joining(", "));
    }

    /** Features that older clients cannot read stand apart. */
    private static Map<String, List<String>> features(JsonNode declared, boolean isNewer) {
        var features = new LinkedHashMap<String, List<String>>();
        declared.properties().forEach(feature -> {
            var values = texts(feature.getValue()).toList();
            var needsNewer = values.stream().anyMatch(value -> value.startsWith("dep:") || value.contains("?/"));
            if (needsNewer == isNewer) {
                features.put(feature.getKey(), values);
            }
        });
        return features;
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    private static Map<String, String> orderedTables() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("dependencies", "normal");
        tables.put("build-dependencies", "build");
        tables.put("dev-dependencies", "dev");
        return java.util.Collections.unmodifiableMap(tables);
    }
}
