package dev.assay.identity.token;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.identity.forgery.Forgery;
import dev.assay.identity.key.SigningKey;
import dev.assay.identity.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which token is wanted. Whatever is absent is as the provider would have it.
 *
 * @param workload the job that asks
 * @param audience whom the token is for; when absent, the provider's default
 * @param forgery what is wrong with it
 * @param tokenId its {@code jti}; when absent, a fresh one
 * @param issuedAt its {@code iat}; when absent, now
 * @param lifetime from {@code iat} to {@code exp}
 * @param key what it is signed with
 * @param claims claims to set by name; a {@link MissingNode} leaves the claim out
 */
public record TokenRequest(
        Workload workload,
        Optional<String> audience,
        Optional<Forgery> forgery,
        Optional<String> tokenId,
        Optional<Instant> issuedAt,
        Optional<Duration> lifetime,
        Optional<SigningKey> key,
        Map<String, JsonNode> claims) {

    public TokenRequest {
        requireNonNull(workload, "workload");
        requireNonNull(audience, "audience");
        requireNonNull(forgery, "forgery");
        requireNonNull(tokenId, "tokenId");
        requireNonNull(issuedAt, "issuedAt");
        requireNonNull(lifetime, "lifetime");
        requireNonNull(key, "key");
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    }

    /** A sound token with the provider's default audience. */
    public static TokenRequest of(Workload workload) {
        var none = Optional.<String>empty();
        return new TokenRequest(
                workload, none, Optional.empty(), none, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** A sound token. */
    public static TokenRequest of(Workload workload, String audience) {
        return of(workload).withAudience(audience);
    }

    /** The same token of another workload. */
    public TokenRequest withWorkload(Workload other) {
        return new TokenRequest(other, audience, forgery, tokenId, issuedAt, lifetime, key, claims);
    }

    public TokenRequest withAudience(String other) {
        return new TokenRequest(workload, Optional.of(other), forgery, tokenId, issuedAt, lifetime, key, claims);
    }

    public TokenRequest withForgery(Forgery other) {
        return new TokenRequest(workload, audience, Optional.of(other), tokenId, issuedAt, lifetime, key, claims);
    }

    /** The twin: the same token without the defect. */
    public TokenRequest withoutForgery() {
        return new TokenRequest(workload, audience, Optional.empty(), tokenId, issuedAt, lifetime, key, claims);
    }

    /** Keeps the {@code jti} of a token that exists already. */
    public TokenRequest withTokenId(String other) {
        return new TokenRequest(workload, audience, forgery, Optional.of(other), issuedAt, lifetime, key, claims);
    }

    public TokenRequest withIssuedAt(Instant other) {
        return new TokenRequest(workload, audience, forgery, tokenId, Optional.of(other), lifetime, key, claims);
    }

    public TokenRequest withLifetime(Duration other) {
        return new TokenRequest(workload, audience, forgery, tokenId, issuedAt, Optional.of(other), key, claims);
    }

    /** Signs with another key than the issuer's present one: a withdrawn one, an unknown one, another issuer's. */
    public TokenRequest withKey(SigningKey other) {
        return new TokenRequest(workload, audience, forgery, tokenId, issuedAt, lifetime, Optional.of(other), claims);
    }

    /** Sets a claim, or adds it. */
    public TokenRequest withClaim(String name, JsonNode value) {
        var more = new LinkedHashMap<>(claims);
        more.put(name, value);
        return new TokenRequest(workload, audience, forgery, tokenId, issuedAt, lifetime, key, more);
    }

    public TokenRequest withoutClaim(String name) {
        return withClaim(name, MissingNode.getInstance());
    }
}
