package dev.assay.artifact;

import java.util.TreeMap;

/** A Python source distribution (PyPA specification "Source distribution format"). */
final class PythonSdist {
    private PythonSdist() {}

    static Artifact build(String name, String version, String note) {
        var stem = name.replace('-', '_') + "-" + version;
        var files = new TreeMap<String, String>();
        files.put(
                "PKG-INFO",
                "Metadata-Version: 2.2\nName: %s\nVersion: %s\nSummary: %s\n".formatted(name, version, note));
        files.put("pyproject.toml", "[build-system]\nrequires = []\nbuild-backend = \"none\"\n");
        return Artifact.of(name, version, stem + ".tar.gz", TarGz.of(stem, files));
    }
}
