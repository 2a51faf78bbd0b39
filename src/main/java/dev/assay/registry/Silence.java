package dev.assay.registry;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What it usually means when no answer comes back. */
final class Silence {
    /** Hints by a part of the problem's text, the first that fits; with the address for %s. */
    private static final Map<String, String> HINTS = new LinkedHashMap<>();

    static {
        HINTS.put("nothing listens", "nothing listens at %s: start the registry, or correct --target");
        HINTS.put(
                "certification path",
                "the authority of the certificate of %s is not known here: give its PEM file with --ca");
        HINTS.put(
                "path validation",
                "the authority of the certificate of %s is not known here: give its PEM file with --ca");
        HINTS.put(
                "no subject alternative",
                "the certificate is not made for the host of %s: write the host that it names into --target");
        HINTS.put(
                "no name matching",
                "the certificate is not made for the host of %s: write the host that it names into --target");
        HINTS.put("not an ssl/tls record", "%s speaks plain HTTP: write http:// in --target");
        HINTS.put("no connection", "nothing at %s takes a connection; is a firewall in between?");
        HINTS.put(
                "within", "%s took the connection and said nothing more; is it busy, or waiting for somebody itself?");
        HINTS.put(
                "closed",
                "%s hung up without an answer. If it speaks TLS, write https:// in --target; its own log says more");
    }

    private Silence() {}

    static String hint(URI url, String problem) {
        var text = problem.toLowerCase(Locale.ROOT);
        var address = url.getScheme() + "://" + url.getAuthority();
        return HINTS.entrySet().stream()
                .filter(hint -> text.contains(hint.getKey()))
                .map(hint -> hint.getValue().formatted(address))
                .findFirst()
                .orElse("no answer came from " + address + ": " + problem);
    }
}
