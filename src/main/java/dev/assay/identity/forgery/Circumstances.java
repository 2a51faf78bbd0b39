package dev.assay.identity.forgery;

import static java.util.Objects.requireNonNull;

import dev.assay.identity.key.SigningKey;
import java.time.Instant;
import java.util.Map;

/**
 * What a forger finds: the identity provider as everybody sees it, its signing key (because the harness plays the provider too),
 * and the attacker's own means.
 *
 * @param issuer as the sound token names it
 * @param keySetUrl where the issuer publishes its keys
 * @param audience that was asked for
 * @param defaultAudience that the provider would have used by itself
 * @param now when the token is issued
 * @param key that the sound token is signed with
 * @param otherKey that the same issuer publishes beside it
 * @param attacker who forges
 * @param othersClaims what claims could say for somebody else's job, by claim name
 */
public record Circumstances(
        String issuer,
        String keySetUrl,
        String audience,
        String defaultAudience,
        Instant now,
        SigningKey key,
        SigningKey otherKey,
        Attacker attacker,
        Map<String, String> othersClaims) {

    public Circumstances {
        requireNonNull(issuer, "issuer");
        requireNonNull(keySetUrl, "keySetUrl");
        requireNonNull(audience, "audience");
        requireNonNull(defaultAudience, "defaultAudience");
        requireNonNull(now, "now");
        requireNonNull(key, "key");
        requireNonNull(otherKey, "otherKey");
        requireNonNull(attacker, "attacker");
        othersClaims = Map.copyOf(othersClaims);
    }
}
