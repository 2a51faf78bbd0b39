package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.RegistryState;

/** What crates.io says of a refused exchange (src/controllers/trustpub/tokens/exchange/mod.rs). */
record Explanations(RegistryState state) {

    private static final String UNDECODED = "Failed to decode JWT";

    String of(Refused refused, String idToken) {
        var jwt = PresentedJwt.of(idToken);
        return switch (refused.reason()) {
            case UNKNOWN_ISSUER -> jwt.isReadable() ? "Unsupported JWT issuer: " + jwt.claim("iss") : UNDECODED;
            case UNKNOWN_KEY -> jwt.namesKey() ? "Invalid JWT key ID" : "Missing JWT key ID";
            case UNEXPECTED_ALGORITHM -> jwt.isReadable() && !jwt.namesKey() ? "Missing JWT key ID" : UNDECODED;
            case NO_POLICY, CLAIM_MISMATCH, REFUSED_TRIGGER ->
                new PolicyExplanation(state, jwt).text().orElse(refused.detail());
            default -> UNDECODED;
        };
    }
}
