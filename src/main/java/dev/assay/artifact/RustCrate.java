package dev.assay.artifact;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.TreeMap;

/** A Rust crate as {@code cargo package} makes it: a library that compiles. */
final class RustCrate {
    private RustCrate() {}

    static Artifact build(String name, String version, String note) {
        var stem = name + "-" + version;
        var files = new TreeMap<String, String>();
        files.put("Cargo.toml", """
                [package]
                edition = "2021"
                name = "%s"
                version = "%s"
                description = "%s"
                license = "MIT"

                [dependencies]
                """.formatted(name, version, quoted(note)));
        files.put("src/lib.rs", "");
        return Artifact.of(name, version, stem + ".crate", TarGz.of(stem, files));
    }

    /** Basic strings of TOML have the escapes of JSON. */
    private static String quoted(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
