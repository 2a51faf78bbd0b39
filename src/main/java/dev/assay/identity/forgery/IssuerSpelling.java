package dev.assay.identity.forgery;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Other ways to write an issuer, which a URL library may hold for the same or for another host. */
enum IssuerSpelling {
    SCHEME(Url::scheme),
    AUTHORITY(Url::authority),
    WITHOUT_SCHEME(url -> url.authority() + url.path()),
    OTHER_SCHEME(url -> url.withScheme(url.scheme().equals("https") ? "http" : "https")),
    CAPITAL_SCHEME(url -> url.withScheme(url.scheme().toUpperCase(Locale.ROOT))),
    /** In capitals; a numeric address, which has no letters, loses its zeros. */
    OTHER_HOST_SPELLING(url -> url.withHost(
            url.isNumeric() ? url.host().replace(".0", "") : url.host().toUpperCase(Locale.ROOT))),
    TRAILING_DOT(url -> url.withHost(url.host() + ".")),
    PERCENT_ENCODED(url -> url.withHost(
            String.format("%%%02x", (int) url.host().charAt(0)) + url.host().substring(1))),
    /** The default port named; a port that is named already gets a leading zero. */
    OTHER_PORT_SPELLING(url -> url.withPort(
            url.port().isEmpty()
                    ? url.scheme().equals("https") ? ":443" : ":80"
                    : url.port().replace(":", ":0")));

    private final Function<Url, String> writing;

    IssuerSpelling(Function<Url, String> writing) {
        this.writing = writing;
    }

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
        return writing.apply(Url.of(issuer));
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

        boolean isNumeric() {
            return host.chars().noneMatch(Character::isLetter);
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
