package dev.assay.run;

import dev.assay.identity.key.KeySupply;
import dev.assay.identity.key.SigningKeys;
import dev.assay.identity.provider.Provider;
import dev.assay.identity.server.ForgeHost;
import dev.assay.identity.server.IdentityProviderServer;
import dev.assay.identity.server.IssuerOptions;
import dev.assay.loopback.SimulatedHosts;
import dev.assay.steps.ShiftableClock;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The real hosts of identity providers and their forges, answered for by simulated ones: for a registry whose issuers are
 * compiled in. They keep their keys as long as they run, because the registry may remember them.
 */
public final class HardWiredHosts implements AutoCloseable {
    /** Where a provider's forge answers whose address nobody has told. */
    private static final String SOME_FORGE = "https://forge.example";

    private final Vertx vertx;
    private final SimulatedHosts hosts = new SimulatedHosts();
    private final ShiftableClock clock = new ShiftableClock();
    private final KeySupply keys = SigningKeys.shared().supply();
    private final Map<String, IdentityProviderServer> issuers = new LinkedHashMap<>();
    private final Map<String, ForgeHost> forges = new LinkedHashMap<>();

    /** Starts answering for these providers, as soon as somebody leads requests here. */
    public HardWiredHosts(Vertx vertx, List<Provider> providers) {
        this.vertx = vertx;
        for (var provider : providers) {
            var options = IssuerOptions.with(keys).calling(provider.issuer());
            issuers.put(
                    provider.id(),
                    IdentityProviderServer.at(hosts.at(provider.issuer()), vertx, provider, clock, options));
            forges.computeIfAbsent(forge(provider), url -> ForgeHost.start(hosts.at(url)));
        }
    }

    private static String forge(Provider provider) {
        return provider.forge().orElse(SOME_FORGE);
    }

    Vertx vertx() {
        return vertx;
    }

    /** The host names, for whoever leads requests to them. */
    public SimulatedHosts names() {
        return hosts;
    }

    /** The time by which all tokens are made: a registry that runs on has one clock, whatever scenario moves it. */
    ShiftableClock clock() {
        return clock;
    }

    IdentityProviderServer issuer(Provider provider) {
        return find(issuers, provider.id());
    }

    ForgeHost forgeHost(Provider provider) {
        return find(forges, forge(provider));
    }

    /** Keys that no issuer here publishes, apart from so many. */
    KeySupply furtherKeys(int reserved) {
        return keys.beyond(reserved);
    }

    private static <T> T find(Map<String, T> all, String key) {
        var found = all.get(key);
        if (found == null) {
            throw new IllegalArgumentException("nobody answers for " + key + "; known are " + all.keySet());
        }
        return found;
    }

    @Override
    public void close() {
        issuers.values().forEach(IdentityProviderServer::close);
        forges.values().forEach(ForgeHost::close);
    }
}
