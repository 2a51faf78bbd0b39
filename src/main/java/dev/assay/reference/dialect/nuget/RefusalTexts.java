package dev.assay.reference.dialect.nuget;

import dev.assay.reference.core.failure.Refused;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;

/**
 * What the gallery says about a refused ID token (NuGet/NuGetGallery FederatedCredentialPolicyEvaluator.cs,
 * TokenPolicyValidator.cs).
 *
 * @param issuers those that somebody trusts here
 */
record RefusalTexts(Collection<String> issuers) {

    private static final String NOT_VALIDATED = "The JSON web token could not be validated.";
    private static final String NOT_SIGNED = "The JSON web token has an invalid signature.";

    /** The text, unless it is about policies: then none. */
    Optional<String> of(Refused refused, UnverifiedClaims claims) {
        return switch (refused.reason()) {
            case NO_POLICY, CLAIM_MISMATCH, REFUSED_TRIGGER, MISSING_CLAIM -> Optional.empty();
            case MALFORMED_TOKEN ->
                Optional.of(
                        refused.detail().equals("the token names no issuer")
                                ? "The JSON web token must have an iss claim."
                                : "The bearer token could not be parsed as a JSON web token.");
            case ALREADY_USED ->
                Optional.of(
                        "This bearer token has already been used. A new bearer token must be used for each request.");
            case UNKNOWN_ISSUER -> Optional.of(audience(claims).orElseGet(() -> issuer(claims)));
            default -> Optional.of(audience(claims).or(() -> id(claims)).orElseGet(() -> validation(refused)));
        };
    }

    private static Optional<String> audience(UnverifiedClaims claims) {
        var audience = claims.get("aud");
        if (audience.isArray() && audience.size() != 1) {
            return Optional.of("The JSON web token must have exactly one aud claim value.");
        }
        return audience.isMissingNode() || audience.isNull()
                ? Optional.of("The JSON web token must have an aud claim.")
                : Optional.empty();
    }

    private String issuer(UnverifiedClaims claims) {
        var issuer = claims.text("iss");
        if (issuer.isBlank()) {
            return "The JSON web token must have an iss claim.";
        }
        var authority = authority(issuer);
        if (issuers.stream().anyMatch(known -> authority(known).equals(authority))) {
            return NOT_VALIDATED;
        }
        return authority.isPresent() && issuer.startsWith("https:")
                ? "The JSON web token iss claim is not supported."
                : "The JSON web token iss claim must be a valid HTTPS URL.";
    }

    private static Optional<String> id(UnverifiedClaims claims) {
        return claims.text("jti").isBlank()
                ? Optional.of("The JSON web token must have a jti claim.")
                : Optional.empty();
    }

    private static Optional<String> authority(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getAuthority());
        } catch (IllegalArgumentException notAUrl) {
            return Optional.empty();
        }
    }

    private static String validation(Refused refused) {
        return switch (refused.reason()) {
            case EXPIRED -> "The JSON web token has expired.";
            case NOT_YET_VALID -> "The JSON web token is not yet valid.";
            case WRONG_AUDIENCE -> "The JSON web token has an incorrect audience.";
            case BAD_SIGNATURE, UNKNOWN_KEY, UNEXPECTED_ALGORITHM -> NOT_SIGNED;
            default -> NOT_VALIDATED;
        };
    }
}
