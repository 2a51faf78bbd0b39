package dev.assay.run;

import dev.assay.identity.key.SigningKeys;
import dev.assay.identity.provider.Provider;
import dev.assay.identity.server.ForgeServer;
import dev.assay.identity.server.IdentityProviderServer;
import dev.assay.identity.server.IssuerHost;
import dev.assay.identity.server.IssuerOptions;
import dev.assay.loopback.LoopbackServers;
import dev.assay.run.EmbeddedRegistries.Surroundings;
import dev.assay.steps.ShiftableClock;
import dev.assay.steps.Stage;
import dev.assay.steps.Stages;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A new registry with a new identity provider and forge for every scenario, so that none disturbs another. */
public final class EmbeddedStages implements Stages, AutoCloseable {
    private final LoopbackServers servers;
    private final Provider provider;
    private final String providerName;
    private final String behaviour;
    private final EmbeddedRegistries registries;
    private final IssuerHost furtherIssuers;
    private final AtomicInteger opened = new AtomicInteger();

    /**
     * Stages around an embedded model.
     *
     * @param servers where the servers around the registry listen
     * @param providerName what the registry calls the identity provider
     * @param behaviour the model's behaviour
     */
    public EmbeddedStages(
            LoopbackServers servers,
            Provider provider,
            String providerName,
            String behaviour,
            EmbeddedRegistries registries) {
        this.servers = servers;
        this.provider = provider;
        this.providerName = providerName;
        this.behaviour = behaviour;
        this.registries = registries;
        this.furtherIssuers = IssuerHost.start(servers.vertx(), 0, Optional.empty());
    }

    @Override
    public Stage open(String scenarioKey) {
        var clock = new ShiftableClock();
        var keys = SigningKeys.shared().supply();
        var issuer = IdentityProviderServer.start(servers, provider, clock, IssuerOptions.with(keys));
        var forge = ForgeServer.start(servers);
        var further = "/enterprise-" + opened.incrementAndGet();
        var registry = registries.start(
                behaviour,
                new Surroundings(
                        Map.of(providerName, issuer.issuer()),
                        URI.create(forge.url()),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(providerName, furtherIssuers.url() + further)));
        return new ServerStage(
                        servers.vertx(),
                        role -> servers::listen,
                        provider,
                        keys,
                        registry.baseUri(),
                        issuer,
                        forge,
                        clock,
                        registry::close)
                .withFurtherIssuer(() -> IdentityProviderServer.mounted(
                        furtherIssuers, further, servers.vertx(), provider, clock, IssuerOptions.with(keys)));
    }

    @Override
    public boolean readersMayLag() {
        return false;
    }

    @Override
    public void close() {
        furtherIssuers.close();
    }
}
