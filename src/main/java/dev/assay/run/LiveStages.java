package dev.assay.run;

import dev.assay.identity.key.SigningKeys;
import dev.assay.identity.provider.Provider;
import dev.assay.identity.server.ForgeServer;
import dev.assay.identity.server.IdentityProviderServer;
import dev.assay.identity.server.IssuerHost;
import dev.assay.identity.server.IssuerOptions;
import dev.assay.steps.ShiftableClock;
import dev.assay.steps.Stage;
import dev.assay.steps.Stages;
import dev.assay.tls.AuthorityFolder;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One running registry for all scenarios. Each has an identity provider of its own on a path of one shared address, so
 * that none disturbs another's keys.
 */
public final class LiveStages implements Stages, AutoCloseable {
    private final Vertx vertx;
    private final Provider provider;
    private final URI registry;
    private final String runId;
    private final IssuerHost host;

    private LiveStages(Vertx vertx, Provider provider, URI registry, String runId, IssuerHost host) {
        this.vertx = vertx;
        this.provider = provider;
        this.registry = registry;
        this.runId = runId;
        this.host = host;
    }

    /**
     * Starts the shared address.
     *
     * @param registry base URL of the registry under test
     * @param issuer base URL below which every scenario's issuer lies
     * @param authorityFolder where the authority of its certificate is kept, for HTTPS
     * @throws IllegalStateException if the address cannot be had
     */
    public static LiveStages start(
            Vertx vertx, Provider provider, URI registry, URI issuer, String runId, Path authorityFolder) {
        var identity = issuer.getScheme().equals("https")
                ? Optional.of(AuthorityFolder.at(authorityFolder).serverIdentity(issuer.getHost()))
                : Optional.<dev.assay.tls.ServerIdentity>empty();
        return new LiveStages(
                vertx, provider, registry, runId, IssuerHost.start(vertx, issuer, identity));
    }

    @Override
    public Stage open(String scenarioKey) {
        var clock = new ShiftableClock();
        var keys = SigningKeys.shared().supply();
        var issuer = IdentityProviderServer.mountedOn(host, "/" + scenarioKey, vertx, provider, clock, IssuerOptions.with(keys));
        var forge = ForgeServer.start(vertx, runId);
        return new ServerStage(vertx, provider, keys, registry, issuer, forge, clock, () -> {});
    }

    @Override
    public void close() {
        host.close();
    }
}
