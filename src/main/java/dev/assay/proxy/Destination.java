package dev.assay.proxy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a client of the proxy wants to go.
 *
 * @param host in lower case; an IPv6 address without its brackets
 * @param port from 1 to 65535
 */
record Destination(String host, int port) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LAST_PORT = 65_535;

    private static final Pattern AUTHORITY =
            Pattern.compile("(?:\\[(?<address>[0-9A-Fa-f:.]+)]|(?<name>[\\w.-]{1,253})):(?<port>[0-9]{1,5})");

    /** What a CONNECT request names: {@code host:port}, the port being compulsory (RFC 9110 §9.3.6). */
    static Optional<Destination> ofConnect(String target) {
        var parts = AUTHORITY.matcher(target);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var host = Optional.ofNullable(parts.group("address")).orElseGet(() -> parts.group("name"));
        return of(host, Integer.parseInt(parts.group("port")));
    }

    /** What another request names in absolute form: {@code http://host/path} (RFC 9112 §3.2.2). */
    static Optional<Destination> ofUrl(String target) {
        try {
            var url = new URI(target);
            var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                return Optional.empty();
            }
            var host = url.getHost().replaceAll("[\\[\\]]", "");
            return of(host, url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? HTTPS : HTTP);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Destination> of(String host, int port) {
        return port < 1 || port > LAST_PORT
                ? Optional.empty()
                : Optional.of(new Destination(host.toLowerCase(Locale.ROOT), port));
    }

    /** Whether TLS is spoken there by custom. */
    boolean isForTls() {
        return port == HTTPS;
    }

    /** As people write it. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
