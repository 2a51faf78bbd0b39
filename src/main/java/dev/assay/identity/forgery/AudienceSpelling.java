package dev.assay.identity.forgery;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Other audiences that a careless registry holds for its own, because they name the same host. */
enum AudienceSpelling {
    /** Without whatever stands before and behind the host. */
    HOST,
    /** With this scheme instead of its own, if it has one. */
    HTTPS,
    /** With this scheme instead of its own, if it has one. */
    HTTP,
    /** Of a host below the right one. */
    SUBDOMAIN,
    /** With a port behind the host. */
    WITH_PORT;

    /** What stands before a colon, unless a port stands behind it. */
    private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]*:(?://|(?!\\d+$))");

    /** A host with a dot in it, or of four numbers, perhaps with a scheme before it and a path behind it. */
    private static final Pattern PARTS = Pattern.compile(
            "(?<before>(?:[a-z][a-z0-9+.-]*:(?://)?)?)(?<host>[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)(?<behind>(?:[:/?#].*)?)");

    /** The spelling with this name, in lower case with hyphens. */
    static AudienceSpelling named(String name) {
        return Arrays.stream(values())
                .filter(spelling ->
                        spelling.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A forgery uses the audience spelling '" + name + "', which does not exist"));
    }

    /**
     * An audience that is not the given one.
     *
     * @throws InapplicableForgery if the audience does not have what is changed, or has what is added
     */
    String of(String audience) {
        return switch (this) {
            case HTTPS -> withScheme(audience, "https://");
            case HTTP -> withScheme(audience, "http://");
            case HOST, SUBDOMAIN, WITH_PORT -> ofHost(audience);
        };
    }

    private String ofHost(String audience) {
        var parts = PARTS.matcher(audience);
        if (!parts.matches()) {
            throw new InapplicableForgery("The audience '" + audience + "' names no host");
        }
        var host = parts.group("host");
        var before = parts.group("before");
        var behind = parts.group("behind");
        return switch (this) {
            case HOST -> otherThan(audience, host);
            case WITH_PORT -> withPort(audience, before + host, behind);
            default -> before + "api." + host + behind;
        };
    }

    private static String withScheme(String audience, String scheme) {
        if (audience.startsWith(scheme)) {
            throw new InapplicableForgery("The audience '" + audience + "' begins with " + scheme + " already");
        }
        return scheme + SCHEME.matcher(audience).replaceFirst("");
    }

    private static String otherThan(String audience, String host) {
        if (host.equals(audience)) {
            throw new InapplicableForgery("The audience '" + audience + "' is a host alone");
        }
        return host;
    }

    private static String withPort(String audience, String front, String behind) {
        if (behind.startsWith(":")) {
            throw new InapplicableForgery("The audience '" + audience + "' names a port already");
        }
        return front + ":443" + behind;
    }
}
