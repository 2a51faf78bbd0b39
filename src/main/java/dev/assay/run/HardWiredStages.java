package dev.assay.run;

import dev.assay.identity.key.KeySupply;
import dev.assay.identity.provider.Provider;
import dev.assay.identity.server.IdentityProviderServer;
import dev.assay.identity.server.IssuerOptions;
import dev.assay.loopback.Listening;
import dev.assay.loopback.Place;
import dev.assay.steps.Stage;
import dev.assay.steps.Stages;
import java.net.URI;
import java.util.Optional;

/**
 * One running registry for all scenarios that knows one issuer only, by its real address. Scenarios share that issuer and
 * its keys. One that changes the issuer takes its place while it runs, alone, with keys that the registry has never seen
 * beside the ones that it may remember; afterwards the first issuer is back as it was.
 */
public final class HardWiredStages implements Stages {
    /** As many keys as a scenario draws for a stranger, an impostor and an attacker. */
    private static final int FOR_ATTACKERS = 10;

    private final HardWiredHosts hosts;
    private final Provider provider;
    private final URI registry;
    private final String runId;
    private final IdentityProviderServer issuer;
    private final KeySupply attackersKeys;
    private final KeySupply newKeys;

    /**
     * Stages around a running registry.
     *
     * @param registry its base URL
     * @param runId the same in a plan and in the run that follows it, so that the forge has the same names
     */
    public HardWiredStages(HardWiredHosts hosts, Provider provider, URI registry, String runId) {
        this.hosts = hosts;
        this.provider = provider;
        this.registry = registry;
        this.runId = runId;
        this.issuer = hosts.issuer(provider);
        this.attackersKeys = hosts.furtherKeys(0);
        this.newKeys = hosts.furtherKeys(FOR_ATTACKERS);
    }

    /** A stage whose identity provider is everybody's and stays as it is. */
    @Override
    public Stage open(String scenarioKey) {
        var keys = attackersKeys.after(issuer.keys());
        var trusted = at(this::nowhere, IssuerOptions.with(keys).asItIs());
        return stage(scenarioKey, keys, trusted);
    }

    @Override
    public boolean shareOneIssuer() {
        return true;
    }

    /** A stage whose identity provider is its own. */
    @Override
    public Stage openAlone(String scenarioKey) {
        var trusted = at(hosts.names().at(provider.issuer()), IssuerOptions.with(newKeys));
        issuer.keys().forEach(trusted::publishAlso);
        return stage(scenarioKey, newKeys, trusted).doubtedIf(accepted -> doubt(trusted, accepted));
    }

    /**
     * A registry that asked for nothing went by what it remembers of other scenarios. It cannot remember this one's keys,
     * though: to accept what they signed without asking is a failure, whatever was remembered.
     */
    private static Optional<String> doubt(IdentityProviderServer trusted, boolean accepted) {
        var asked = !trusted.discoveryFetches().isEmpty()
                || !trusted.keySetFetches().isEmpty();
        return trusted.isHeeded() || accepted && !asked
                ? Optional.empty()
                : Optional.of(
                        "the registry did not look at what this scenario changed at the issuer, which all scenarios"
                                + " share, and went by what it knew");
    }

    private ServerStage stage(String scenarioKey, KeySupply keys, IdentityProviderServer trusted) {
        return new ServerStage(
                hosts.vertx(),
                role -> hosts.names().at(elsewhere(role, scenarioKey)),
                provider,
                keys,
                registry,
                trusted,
                hosts.forgeHost(provider).open(runId + "/" + scenarioKey),
                hosts.clock(),
                () -> {});
    }

    /** A host that nobody has (RFC 2606 §2), and that the proxy leads to all the same. */
    private String elsewhere(ServerStage.Role role, String scenarioKey) {
        return switch (role) {
            case STRANGER -> "https://" + URI.create(provider.issuer()).getHost() + "." + scenarioKey + ".example";
            case IMPOSTOR -> "https://impostor." + scenarioKey + ".example";
            case ATTACKER -> "https://attacker." + scenarioKey + ".example";
        };
    }

    private IdentityProviderServer at(Place place, IssuerOptions options) {
        return IdentityProviderServer.at(
                place, hosts.vertx(), provider, hosts.clock(), options.calling(provider.issuer()));
    }

    /** Its tokens are its own, and what verifies them is published by the issuer that all share. */
    private Listening nowhere(io.vertx.core.Handler<io.vertx.core.http.HttpServerRequest> answer) {
        return new Unheard(provider.issuer());
    }

    private record Unheard(String url) implements Listening {
        @Override
        public void close() {}
    }
}
