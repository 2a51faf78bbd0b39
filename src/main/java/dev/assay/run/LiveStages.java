package dev.assay.run;

import dev.assay.identity.key.KeySupply;
import dev.assay.identity.key.SigningKeys;
import dev.assay.identity.provider.Provider;
import dev.assay.identity.server.ForgeHost;
import dev.assay.identity.server.IdentityProviderServer;
import dev.assay.identity.server.IssuerHost;
import dev.assay.identity.server.IssuerOptions;
import dev.assay.loopback.LoopbackServers;
import dev.assay.steps.ShiftableClock;
import dev.assay.steps.Stage;
import dev.assay.steps.Stages;
import java.net.URI;

/**
 * One running registry for all scenarios. Each has identity providers of its own on paths of one shared address, so that
 * none disturbs another's keys; the forge of all of them is there, too.
 */
public final class LiveStages implements Stages {
    /** Below the issuers' address; as of a GitHub Enterprise. */
    private static final String FORGE = "/api/v3";
    /** Behind the path of a scenario's issuer: another one of the same kind. */
    private static final String FURTHER = "-enterprise";
    /**
     * More than the issuers of a scenario draw. What an attacker signs with is published by no issuer of any scenario: a
     * registry that confuses its issuers would remember it.
     */
    private static final int FOR_ISSUERS = 10;

    private final LoopbackServers servers;
    private final Provider provider;
    private final URI registry;
    private final String runId;
    private final IssuerHost issuers;
    private final ForgeHost forges;
    /** The registry has one for all scenarios. */
    private final ShiftableClock clock = new ShiftableClock();

    /**
     * Stages around a running registry.
     *
     * @param servers where the servers around the registry listen
     * @param registry its base URL
     * @param runId the same in a plan and in the run that follows it, so that forge and issuers have the same names
     * @param issuers the address below which every scenario's issuer lies
     */
    public LiveStages(LoopbackServers servers, Provider provider, URI registry, String runId, IssuerHost issuers) {
        this.servers = servers;
        this.provider = provider;
        this.registry = registry;
        this.runId = runId;
        this.issuers = issuers;
        this.forges = ForgeHost.start(issuers.at(FORGE), FORGE);
    }

    @Override
    public Stage open(String scenarioKey) {
        var keys = SigningKeys.shared().supply();
        return new ServerStage(
                        servers.vertx(),
                        role -> servers::listen,
                        provider,
                        keys.beyond(FOR_ISSUERS),
                        registry,
                        issuer(path(scenarioKey), keys),
                        forges.open(runId + "/" + scenarioKey),
                        clock,
                        () -> {})
                .withFurtherIssuer(() -> issuer(path(scenarioKey) + FURTHER, keys))
                .perhapsUnaware(forges);
    }

    /** Another in every run: a registry remembers keys and used ids of issuers that it has met. */
    private String path(String scenarioKey) {
        return "/" + runId + "-" + scenarioKey;
    }

    private IdentityProviderServer issuer(String path, KeySupply keys) {
        return IdentityProviderServer.mounted(
                issuers, path, servers.vertx(), provider, clock, IssuerOptions.with(keys));
    }
}
