package dev.assay.steps;

import dev.assay.identity.server.ForgeServer;
import dev.assay.identity.server.IdentityProviderServer;
import dev.assay.identity.server.UnwantedListener;
import dev.assay.identity.token.TokenMint;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The registry under test and the servers around it, for one scenario. */
public interface Stage extends AutoCloseable {
    /** Base URL of the registry under test. */
    URI registry();

    /** The identity provider whose tokens the registry accepts. */
    IdentityProviderServer identityProvider();

    /** An identity provider that the registry has never heard of; it counts who asks it. */
    IdentityProviderServer strangeProvider();

    /** Another issuer of the same kind that the registry supports too, if it was given one. */
    Optional<IdentityProviderServer> furtherProvider();

    /** An attacker's server that calls itself by the trusted issuer's name, with keys of its own. */
    IdentityProviderServer impostor();

    /** The attacker's host, to which forged tokens point; it counts who asks it. */
    UnwantedListener attacker();

    /** Where names become ids. */
    ForgeServer forge();

    /**
     * Where a registry would have to look names up that has not done so yet, and perhaps was never told to; empty if it
     * looks them up here, or certainly would.
     */
    default Optional<String> unaskedForge() {
        return Optional.empty();
    }

    /** The time by which tokens are made. */
    ShiftableClock clock();

    /** Who was asked for what on this stage, by whoever it was, so far. */
    default List<Overheard> overheard() {
        return List.of();
    }

    /**
     * Why a failure on this stage says nothing about the registry; empty as a rule.
     *
     * @param accepted whether the failure is that the registry accepted something
     */
    default Optional<String> doubt(boolean accepted) {
        return Optional.empty();
    }

    /** Makes the trusted identity provider's tokens, and forgeries that point to the attacker. */
    default TokenMint mint() {
        return identityProvider().mint().withAttacker(attacker().attacker());
    }

    @Override
    void close();
}
