package dev.assay.identity.forgery;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Other ways to write an issuer, which a URL library may hold for the same or for another host. */
enum IssuerSpelling {
    SCHEME,
    AUTHORITY,
    WITHOUT_SCHEME,
    OTHER_SCHEME,
    CAPITAL_SCHEME,
    /** In capitals; a numeric address, which has no letters, loses its zeros. */
    OTHER_HOST_SPELLING,
    TRAILING_DOT,
    PERCENT_ENCODED,
    /** The default port named; a port that is named already gets a leading zero. */
    OTHER_PORT_SPELLING;

    /** The spelling with this name, in lower case with hyphens. */
    static IssuerSpelling named(String name) {
        return Arrays.stream(values())
                .filter(spelling ->
                        spelling.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A forgery uses the issuer spelling '" + name + "', which does not exist"));
    }

    String of(String issuer) {
        var url = Url.of(issuer);
        return switch (this) {
            case SCHEME -> url.scheme();
            case AUTHORITY -> url.authority();
            case WITHOUT_SCHEME -> url.authority() + url.path();
            case OTHER_SCHEME -> url.withScheme(url.isSecure() ? "http" : "https");
            case CAPITAL_SCHEME -> url.withScheme(url.scheme().toUpperCase(Locale.ROOT));
            case OTHER_HOST_SPELLING -> url.withHost(otherSpelling(url.host()));
            case TRAILING_DOT -> url.withHost(url.host() + ".");
            case PERCENT_ENCODED -> url.withHost(percentEncoded(url.host()));
            case OTHER_PORT_SPELLING -> url.withPort(otherPort(url));
        };
    }

    private static String otherSpelling(String host) {
        var isNumeric = host.chars().noneMatch(Character::isLetter);
        return isNumeric ? host.replace(".0", "") : host.toUpperCase(Locale.ROOT);
    }

    private static String percentEncoded(String host) {
        return String.format("%%%02x", (int) host.charAt(0)) + host.substring(1);
    }

    private static String otherPort(Url url) {
        if (!url.port().isEmpty()) {
            return url.port().replace(":", ":0");
        }
        return url.isSecure() ? ":443" : ":80";
    }

    /** An issuer in pieces; {@code port} begins with a colon, {@code path} with a slash, and both may be empty. */
    private record Url(String scheme, String host, String port, String path) {

        private static final Pattern PIECES = Pattern.compile("([a-z]+)://([^:/]+)(:\\d+)?(/.*)?");

        static Url of(String issuer) {
            var pieces = PIECES.matcher(issuer);
            if (!pieces.matches()) {
                throw new InapplicableForgery("The issuer '" + issuer + "' is no plain URL");
            }
            return new Url(pieces.group(1), pieces.group(2), orEmpty(pieces.group(3)), orEmpty(pieces.group(4)));
        }

        boolean isSecure() {
            return scheme.equals("https");
        }

        String authority() {
            return host + port;
        }

        String withScheme(String other) {
            return other + "://" + authority() + path;
        }

        String withHost(String other) {
            return scheme + "://" + other + port + path;
        }

        String withPort(String other) {
            return scheme + "://" + host + other + path;
        }

        private static String orEmpty(@Nullable String group) {
            return group == null ? "" : group;
        }
    }
}
