package dev.assay.cli;

import dev.assay.identity.provider.Provider;
import dev.assay.identity.provider.ProviderCatalogue;
import dev.assay.loopback.SimulatedHosts;
import dev.assay.proxy.ForwardProxy;
import dev.assay.proxy.Refusals;
import dev.assay.run.HardWiredHosts;
import dev.assay.run.HardWiredStages;
import dev.assay.steps.Stages;
import dev.assay.tls.ThrowAwayAuthority;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.net.URI;

/** A running registry whose issuers are compiled in: the hosts that it knows, and the proxy that leads it to them. */
final class HardWiredTarget implements AutoCloseable {
    private final HardWiredHosts hosts;
    private final ForwardProxy proxy;
    private final Refusals refusals = new Refusals(destination -> {});
    private final PrintStream console;

    private HardWiredTarget(Vertx vertx, TargetOptions target, PrintStream console) {
        this.console = console;
        this.hosts = new HardWiredHosts(vertx, ProviderCatalogue.shipped().all());
        try {
            this.proxy =
                    proxy(vertx, hosts.names(), AuthorityFolder.existing(target.issuerTls()), target.proxy(), refusals);
        } catch (UsageProblem e) {
            hosts.close();
            throw e;
        }
    }

    /** Opens the proxy; what it refused is told when it closes. */
    static HardWiredTarget open(Vertx vertx, TargetOptions target, PrintStream console) {
        return new HardWiredTarget(vertx, target, console);
    }

    /** A proxy on the port that was asked for. */
    static ForwardProxy proxy(
            Vertx vertx, SimulatedHosts hosts, ThrowAwayAuthority authority, ProxyOptions options, Refusals refusals) {
        try {
            return ForwardProxy.start(
                    vertx, hosts, authority, new ForwardProxy.Options(options.port(), options.allowed()), refusals);
        } catch (IllegalStateException e) {
            throw new UsageProblem("--proxy-port " + options.port() + ": the port cannot be had; end the 'assay proxy'"
                    + " that has it, or choose another one and tell the registry");
        }
    }

    Stages stages(Provider provider, URI registry, String runId) {
        return new HardWiredStages(hosts, provider, registry, runId);
    }

    @Override
    public void close() {
        proxy.close();
        hosts.close();
        if (!refusals.all().isEmpty()) {
            console.println("The proxy refused to lead the registry to " + String.join(", ", refusals.all())
                    + " (--proxy-allow HOST lets it through).");
        }
    }
}
