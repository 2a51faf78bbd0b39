package dev.assay.identity.token;

import static java.util.Objects.requireNonNull;

import dev.assay.identity.forgery.Attacker;
import dev.assay.identity.forgery.Circumstances;
import dev.assay.identity.forgery.Forgery;
import dev.assay.identity.forgery.SoundToken;
import dev.assay.identity.key.SigningKey;
import dev.assay.identity.provider.Provider;
import dev.assay.identity.workload.Workload;
import java.time.InstantSource;

/** Makes an identity provider's tokens, sound ones and forged ones. Many threads may use it at once. */
public final class TokenMint {

    private final Provider provider;
    private final TokenIssuer issuer;
    private final InstantSource clock;
    private final Attacker attacker;

    /**
     * @param provider what is known about the provider
     * @param issuer who issues
     * @param clock what time it is; tokens follow it when it is moved
     * @param attacker who forges
     */
    public TokenMint(Provider provider, TokenIssuer issuer, InstantSource clock, Attacker attacker) {
        this.provider = requireNonNull(provider, "provider");
        this.issuer = requireNonNull(issuer, "issuer");
        this.clock = requireNonNull(clock, "clock");
        this.attacker = requireNonNull(attacker, "attacker");
    }

    /** The same mint, whose forgeries point to another attacker's host and key. */
    public TokenMint withAttacker(Attacker other) {
        return new TokenMint(provider, issuer, clock, other);
    }

    /** A sound token with a fresh {@code jti}. */
    public IdToken mint(Workload workload, String audience) {
        return mint(TokenRequest.of(workload, audience));
    }

    /**
     * A forged token with a fresh {@code jti}.
     *
     * @throws dev.assay.identity.forgery.InapplicableForgery if the defect would change nothing in this token
     */
    public IdToken mint(Workload workload, String audience, Forgery forgery) {
        return mint(TokenRequest.of(workload, audience).withForgery(forgery));
    }

    /**
     * The token that is asked for.
     *
     * @throws dev.assay.identity.forgery.InapplicableForgery if the defect would change nothing in this token
     */
    public IdToken mint(TokenRequest request) {
        var key = request.key().orElseGet(issuer::signingKey);
        var contents = new TokenContents(provider, issuer.issuer(), clock, request, key);
        var sound = new SoundToken(contents.header(), contents.payload(), circumstances(contents, key));
        var written = request.forgery().map(sound::forged).orElseGet(sound::written);
        return new IdToken(
                written.text(),
                request.forgery().map(Forgery::title),
                written.header(),
                written.payload(),
                written.claims(),
                contents.issuedAt(),
                contents.expiresAt());
    }

    private Circumstances circumstances(TokenContents contents, SigningKey key) {
        return new Circumstances(
                issuer.issuer(),
                issuer.keySetUrl(),
                contents.audience(),
                contents.defaultAudience(),
                contents.issuedAt(),
                key,
                issuer.otherKey(),
                attacker,
                contents.othersClaims());
    }
}
