package dev.assay.report;

import java.util.Locale;

/** Decides what may become a link. */
final class Links {
    private Links() {}

    /** Whether the address leads to the web, and not to a script. */
    static boolean followable(String address) {
        var lower = address.toLowerCase(Locale.ROOT);
        return (lower.startsWith("https://") || lower.startsWith("http://")) && !address.contains(" ");
    }
}
