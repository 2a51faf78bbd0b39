package dev.assay.reference.core.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.reference.core.key.TrustedIssuer;
import dev.assay.reference.core.token.CompactToken;
import dev.assay.reference.core.token.Presented;
import java.util.List;
import java.util.Optional;

/**
 * What the checks have found out about an ID token so far.
 *
 * @param presented the token as it was presented
 * @param sought what it was presented for
 * @param parsed its parts, once it was taken apart
 * @param trusted its issuer, once that was found to be supported
 * @param matches the policies that name its workload, once they were sought
 */
public record Evidence(
        Presented presented,
        Sought sought,
        Optional<CompactToken> parsed,
        Optional<TrustedIssuer> trusted,
        List<Match> matches) {

    /** Nothing but the token, and what it was presented for. */
    public static Evidence of(Presented presented, Sought sought) {
        return new Evidence(presented, sought, Optional.empty(), Optional.empty(), List.of());
    }

    /** The token's text. */
    public String text() {
        return presented.text();
    }

    /** The token's parts. */
    public CompactToken token() {
        return parsed.orElseThrow(() -> new IllegalStateException("the token has not been taken apart yet"));
    }

    /** The token's issuer. */
    public TrustedIssuer issuer() {
        return trusted.orElseThrow(() -> new IllegalStateException("the issuer has not been found yet"));
    }

    /** A claim, missing if there is none. */
    public JsonNode claim(String name) {
        return token().claims().path(name);
    }

    Evidence withToken(CompactToken token) {
        return new Evidence(presented, sought, Optional.of(token), trusted, matches);
    }

    Evidence withIssuer(TrustedIssuer issuer) {
        return new Evidence(presented, sought, parsed, Optional.of(issuer), matches);
    }

    Evidence withMatches(List<Match> found) {
        return new Evidence(presented, sought, parsed, trusted, List.copyOf(found));
    }
}
