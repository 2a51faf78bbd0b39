package dev.assay.proxy;

import dev.assay.loopback.LoopbackServer;
import dev.assay.loopback.SimulatedHosts;
import dev.assay.tls.HostCertificates;
import dev.assay.tls.ThrowAwayAuthority;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A forward proxy of the loopback address, for a registry that knows nothing of Assay but {@code HTTPS_PROXY} and a CA
 * file. It takes {@code CONNECT host:443} and requests in absolute form (RFC 9110 §9.3.6, RFC 9112 §3.2.2): simulated
 * hosts are answered by Assay under certificates of a throw-away authority, every other host is refused with 403 unless
 * it was allowed.
 */
public final class ForwardProxy implements AutoCloseable {
    private final SimulatedHosts hosts;
    private final Set<String> allowed;
    private final Refusals refusals;
    private final Tunnels tunnels;
    private final Relay relay;
    private final LoopbackServer secure;
    private final LoopbackServer entrance;

    /**
     * How to lead.
     *
     * @param port where the proxy listens; 0 for any free port
     * @param allowed other hosts, by name or address, that clients may reach
     */
    public record Options(int port, Set<String> allowed) {
        public Options {
            allowed = allowed.stream()
                    .map(host -> host.toLowerCase(java.util.Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private ForwardProxy(
            Vertx vertx, SimulatedHosts hosts, ThrowAwayAuthority authority, Options options, Refusals refusals) {
        this.hosts = hosts;
        this.allowed = options.allowed();
        this.refusals = refusals;
        this.tunnels = new Tunnels(vertx);
        this.relay = new Relay(vertx);
        var certificates = new HostCertificates(authority, hosts::knows);
        hosts.names().forEach(certificates::prepare);
        this.secure = LoopbackServer.start(vertx, certificates, this::answerInside);
        try {
            this.entrance = LoopbackServer.start(vertx, options.port(), Optional.empty(), this::answer);
        } catch (IllegalStateException e) {
            secure.close();
            throw e;
        }
    }

    /**
     * Starts listening.
     *
     * @param authority vouches for the simulated hosts
     * @param refusals is told of hosts that clients wanted to reach in vain
     * @throws IllegalStateException if the port cannot be had
     */
    public static ForwardProxy start(
            Vertx vertx, SimulatedHosts hosts, ThrowAwayAuthority authority, Options options, Refusals refusals) {
        return new ForwardProxy(vertx, hosts, authority, options, refusals);
    }

    /** For {@code HTTPS_PROXY}: base URL without a trailing slash. */
    public String url() {
        return entrance.url();
    }

    @Override
    public void close() {
        entrance.close();
        secure.close();
        tunnels.close();
        relay.close();
    }

    /** What comes out of a tunnel to a simulated host. */
    private void answerInside(HttpServerRequest request) {
        var host = request.authority();
        if (host == null) {
            text(request, 400, "The request names no host.");
        } else {
            hosts.answer(host.host(), request);
        }
    }

    private void answer(HttpServerRequest request) {
        var connects = HttpMethod.CONNECT.equals(request.method());
        var destination = connects ? Destination.ofConnect(request.uri()) : Destination.ofUrl(request.uri());
        if (destination.isEmpty()) {
            text(request, 400, "This is a proxy: it takes CONNECT host:443 and requests for http://host/path.");
        } else if (hosts.knows(destination.get().host())) {
            simulate(request, destination.get(), connects);
        } else if (!allowed.contains(destination.get().host())) {
            refuse(request, destination.get());
        } else if (connects) {
            tunnels.open(request, destination.get());
        } else {
            relay.pass(request, destination.get());
        }
    }

    private void simulate(HttpServerRequest request, Destination destination, boolean connects) {
        if (!connects) {
            hosts.answer(destination.host(), request);
        } else if (destination.isForTls()) {
            tunnels.open(request, new Destination("127.0.0.1", secure.port()));
        } else {
            text(request, 403, "Assay answers for " + destination.host() + " on port 443 only.");
        }
    }

    private void refuse(HttpServerRequest request, Destination destination) {
        refusals.refused(destination.toString());
        text(
                request,
                403,
                "Assay's proxy does not lead to " + destination + ". It answers for " + String.join(", ", hosts.names())
                        + "; --proxy-allow " + destination.host() + " lets this host through.");
    }

    static void text(HttpServerRequest request, int status, String text) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .putHeader("Connection", "close")
                .end(text + "\n");
    }
}
