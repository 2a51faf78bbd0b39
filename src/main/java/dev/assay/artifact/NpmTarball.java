package dev.assay.artifact;

import java.util.TreeMap;

/** An npm package: a gzip-compressed tar file with a manifest in the folder {@code package}. */
final class NpmTarball {
    private NpmTarball() {}

    static Artifact build(String name, String version, String note) {
        var files = new TreeMap<String, String>();
        files.put("index.js", "module.exports = {};\n");
        files.put("package.json", """
                {"name":"%s","version":"%s","description":"%s","main":"index.js"}
                """.formatted(name, version, note));
        return Artifact.of(name, version, fileName(name, version), TarGz.of("package", files));
    }

    /** As {@code npm pack} calls it: a scope becomes a part of the name. */
    private static String fileName(String name, String version) {
        return name.replace("@", "").replace('/', '-') + "-" + version + ".tgz";
    }
}
