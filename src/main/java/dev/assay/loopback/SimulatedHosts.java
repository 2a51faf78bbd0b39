package dev.assay.loopback;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Host names of the outside world that are answered for here. It opens no port: whoever leads requests here (a proxy, a
 * TLS listener) says which host they are for.
 */
public final class SimulatedHosts {
    private final Map<String, SharedAddress> hosts = new ConcurrentHashMap<>();

    /**
     * A place at an {@code https} URL of a host. Who listens there takes the host over from whoever listened before, until
     * it is closed.
     *
     * @param url base URL without a trailing slash, such as {@code https://token.actions.githubusercontent.com}
     */
    public Place at(String url) {
        var host = nameOf(String.valueOf(URI.create(url).getHost()));
        return answer -> {
            var address = hosts.computeIfAbsent(host, name -> new SharedAddress());
            return new Occupied(url, address.answerWith(answer));
        };
    }

    /** Whether somebody answers for a host. */
    public boolean knows(String host) {
        return find(host).isPresent();
    }

    /** The hosts that somebody answers for at present, in the alphabet's order. */
    public List<String> names() {
        return hosts.entrySet().stream()
                .filter(host -> !host.getValue().isVacant())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Has a request answered by its host; 421 (misdirected) if nobody answers for it. */
    public void answer(String host, HttpServerRequest request) {
        find(host)
                .ifPresentOrElse(
                        address -> address.handle(request),
                        () -> request.response().setStatusCode(421).end("Nobody answers for " + host + " here.\n"));
    }

    private Optional<SharedAddress> find(String host) {
        return Optional.ofNullable(hosts.get(nameOf(host))).filter(address -> !address.isVacant());
    }

    /** Host names are equal whatever their case (RFC 4343), and with the root's dot behind them. */
    private static String nameOf(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private record Occupied(String url, SharedAddress.Tenancy tenancy) implements Listening {
        @Override
        public void close() {
            tenancy.end();
        }
    }
}
