package dev.assay.cli;

import dev.assay.identity.provider.Provider;
import dev.assay.identity.server.IssuerHost;
import dev.assay.loopback.LoopbackServers;
import dev.assay.run.HardWiredHosts;
import dev.assay.run.HardWiredStages;
import dev.assay.run.LiveStages;
import dev.assay.steps.Stages;
import dev.assay.tls.ServerIdentity;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A running registry and what is simulated around it.
 *
 * @param stages where scenarios meet it
 * @param description one line for the report
 * @param servers what has to run meanwhile
 */
record LiveTarget(Stages stages, String description, AutoCloseable servers) implements AutoCloseable {

    /** Starts what the registry needs: issuers under addresses of their own, or the real ones behind a proxy. */
    static LiveTarget open(LoopbackServers servers, Provider provider, TargetOptions target, URI registry) {
        if (target.hardWired()) {
            var hardWired = HardWiredTarget.open(servers.vertx(), target, System.err);
            return new LiveTarget(
                    hardWired.stages(provider, registry, target.runId()),
                    "a running registry, driven over HTTP; it reaches simulated hosts through a proxy",
                    hardWired);
        }
        var issuers = issuers(servers, target);
        return new LiveTarget(
                new LiveStages(servers, provider, registry, target.runId(), issuers),
                "a running registry, driven over HTTP",
                issuers);
    }

    /** The same names for a plan, during which nobody asks for anything. */
    static LiveTarget planned(LoopbackServers servers, Provider provider, TargetOptions target, URI registry) {
        if (target.hardWired()) {
            var hosts = new HardWiredHosts(servers.vertx(), List.of(provider));
            return new LiveTarget(new HardWiredStages(hosts, provider, registry, target.runId()), "a plan", hosts);
        }
        return open(servers, provider, target, registry);
    }

    private static IssuerHost issuers(LoopbackServers servers, TargetOptions target) {
        var address = target.issuer();
        var identity = address.getScheme().equals("https")
                ? Optional.of(AuthorityFolder.authority(target.issuerTls()).serverIdentity(address.getHost()))
                : Optional.<ServerIdentity>empty();
        try {
            return IssuerHost.start(servers.vertx(), address.getPort(), identity);
        } catch (IllegalStateException e) {
            throw new UsageProblem("--issuer " + address + ": the port cannot be had; choose another one, or stop what"
                    + " listens there");
        }
    }

    @Override
    public void close() {
        try {
            servers.close();
        } catch (Exception e) {
            throw new IllegalStateException("the servers do not stop", e);
        }
    }
}
