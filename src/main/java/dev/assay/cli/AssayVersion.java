package dev.assay.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's name and version, as the build wrote them down. */
public final class AssayVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {text(), "Java " + Runtime.version()};
    }

    /** Such as {@code assay 0.1.0}. */
    public static String text() {
        try (var in = AssayVersion.class.getResourceAsStream("/assay-version.properties")) {
            var properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return "assay " + properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
