package dev.assay.run;

import dev.assay.identity.key.KeySupply;
import dev.assay.identity.provider.Provider;
import dev.assay.identity.server.Fault;
import dev.assay.identity.server.ForgeHost;
import dev.assay.identity.server.ForgeServer;
import dev.assay.identity.server.IdentityProviderServer;
import dev.assay.identity.server.IssuerDocument;
import dev.assay.identity.server.IssuerOptions;
import dev.assay.identity.server.UnwantedListener;
import dev.assay.loopback.Place;
import dev.assay.steps.Overheard;
import dev.assay.steps.ShiftableClock;
import dev.assay.steps.Stage;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stage whose outsiders start when the scenario first needs them. */
final class ServerStage implements Stage {
    private final Vertx vertx;
    private final Function<Role, Place> places;
    private final Provider provider;
    private final KeySupply keys;
    private final URI registry;
    private final IdentityProviderServer identityProvider;
    private final ForgeServer forge;
    private final ShiftableClock clock;
    private final Runnable closeRegistry;
    private @Nullable IdentityProviderServer strangeProvider;
    private @Nullable IdentityProviderServer impostor;
    private @Nullable UnwantedListener attacker;
    private Optional<Supplier<IdentityProviderServer>> furtherIssuer = Optional.empty();
    private Optional<IdentityProviderServer> furtherProvider = Optional.empty();
    private Supplier<Optional<String>> unaskedForge = Optional::empty;
    private Function<Boolean, Optional<String>> doubt = accepted -> Optional.empty();

    /** Outsiders that the registry should not listen to. */
    enum Role {
        STRANGER,
        IMPOSTOR,
        ATTACKER
    }

    /**
     * A stage.
     *
     * @param places where outsiders answer
     * @param keys the scenario's own supply
     * @param closeRegistry what to do with the registry when the scenario ends
     */
    ServerStage(
            Vertx vertx,
            Function<Role, Place> places,
            Provider provider,
            KeySupply keys,
            URI registry,
            IdentityProviderServer identityProvider,
            ForgeServer forge,
            ShiftableClock clock,
            Runnable closeRegistry) {
        this.vertx = vertx;
        this.places = places;
        this.provider = provider;
        this.keys = keys;
        this.registry = registry;
        this.identityProvider = identityProvider;
        this.forge = forge;
        this.clock = clock;
        this.closeRegistry = closeRegistry;
    }

    @Override
    public URI registry() {
        return registry;
    }

    @Override
    public IdentityProviderServer identityProvider() {
        return identityProvider;
    }

    @Override
    public IdentityProviderServer strangeProvider() {
        if (strangeProvider == null) {
            strangeProvider = outsider(Role.STRANGER, IssuerOptions.with(keys));
        }
        return strangeProvider;
    }

    private IdentityProviderServer outsider(Role role, IssuerOptions options) {
        return IdentityProviderServer.at(places.apply(role), vertx, provider, clock, options);
    }

    /** Failures count for nothing where this says why; it is told whether something was accepted. */
    ServerStage doubtedIf(Function<Boolean, Optional<String>> reason) {
        doubt = reason;
        return this;
    }

    @Override
    public Optional<String> doubt(boolean accepted) {
        return doubt.apply(accepted);
    }

    /** The registry may have been told of another forge than this one. */
    ServerStage perhapsUnaware(ForgeHost forges) {
        unaskedForge = () -> forges.isAsked() ? Optional.empty() : Optional.of(forges.url());
        return this;
    }

    @Override
    public Optional<String> unaskedForge() {
        return unaskedForge.get();
    }

    /** The registry supports this issuer, too; it starts when the scenario first needs it. */
    ServerStage withFurtherIssuer(Supplier<IdentityProviderServer> issuer) {
        furtherIssuer = Optional.of(issuer);
        return this;
    }

    @Override
    public Optional<IdentityProviderServer> furtherProvider() {
        if (furtherProvider.isEmpty()) {
            furtherProvider = furtherIssuer.map(Supplier::get);
        }
        return furtherProvider;
    }

    @Override
    public IdentityProviderServer impostor() {
        if (impostor == null) {
            impostor = outsider(Role.IMPOSTOR, IssuerOptions.with(keys).calling(identityProvider.issuer()));
            impostor.behave(
                    new Fault.KeySetElsewhere(impostor.url() + provider.keySetPath()), IssuerDocument.DISCOVERY);
        }
        return impostor;
    }

    @Override
    public UnwantedListener attacker() {
        if (attacker == null) {
            attacker = UnwantedListener.at(places.apply(Role.ATTACKER), keys);
        }
        return attacker;
    }

    @Override
    public ForgeServer forge() {
        return forge;
    }

    @Override
    public ShiftableClock clock() {
        return clock;
    }

    @Override
    public List<Overheard> overheard() {
        return Stream.of(
                        Overheard.of("identity provider", identityProvider.fetches()),
                        furtherProvider.stream()
                                .flatMap(further -> Overheard.of("further identity provider", further.fetches())),
                        Stream.ofNullable(strangeProvider)
                                .flatMap(strange -> Overheard.of("unsupported identity provider", strange.fetches())),
                        Stream.ofNullable(impostor)
                                .flatMap(pretender -> Overheard.of("false identity provider", pretender.fetches())),
                        Stream.ofNullable(attacker).flatMap(host -> Overheard.of("attacker", host.contacts())),
                        Overheard.of("forge", forge.fetches()))
                .flatMap(heard -> heard)
                .toList();
    }

    @Override
    public void close() {
        closeRegistry.run();
        identityProvider.close();
        forge.close();
        if (strangeProvider != null) {
            strangeProvider.close();
        }
        if (impostor != null) {
            impostor.close();
        }
        furtherProvider.ifPresent(IdentityProviderServer::close);
        if (attacker != null) {
            attacker.close();
        }
    }
}
