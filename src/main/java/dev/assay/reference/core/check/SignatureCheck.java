package dev.assay.reference.core.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.assay.reference.behaviour.Further;
import dev.assay.reference.behaviour.KeyRules;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.SignatureRules;
import dev.assay.reference.behaviour.SignatureRules.Verification;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.Tolerance;
import dev.assay.reference.core.key.KeyFinder;
import dev.assay.reference.core.key.SharedSecrets;
import dev.assay.reference.core.key.SignatureVerifier;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The signature was made with a key of the issuer and an algorithm that is expected (RFC 8725 §3.1, §3.3). */
final class SignatureCheck implements Check {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Claims that say something of the token, not of its holder. */
    private static final Set<String> OF_THE_TOKEN = Set.of("iss", "aud", "exp", "nbf", "iat", "jti");

    private final SignatureRules rules;
    private final KeyFinder keys;
    private final SharedSecrets secrets;
    /** Issuers and ids of the tokens that were. */
    private final Set<String> verified = ConcurrentHashMap.newKeySet();

    SignatureCheck(SignatureRules rules, KeyRules keyRules, KeyFinder keys) {
        this.rules = rules;
        this.keys = keys;
        this.secrets = new SharedSecrets(rules, keyRules);
    }

    @Override
    public Evidence examine(Evidence known) throws Refused {
        var token = known.token();
        var algorithm = token.header().path("alg");
        if (!isExempt(known)
                && !secrets.verify(
                        token, () -> keys.keysFor(token, known.issuer()).keys())) {
            if (!algorithm.isTextual() && !algorithm.isMissingNode() && !algorithm.isNull()) {
                odd("the algorithm is not a text");
            }
            if (!algorithm.isTextual() || !isExpected(algorithm.textValue())) {
                throw new Refused(Reason.UNEXPECTED_ALGORITHM, "the algorithm is not one that is expected");
            }
            verify(known);
        }
        if (rules.verification() == Verification.ONCE_FOR_EACH_ID) {
            verified.add(idOf(known));
        }
        return rules.actor() == Further.HEEDED
                ? known.sought()
                        .further("actor_token")
                        .map(actor -> known.withToken(token.claiming(claims(actor))))
                        .orElse(known)
                : known;
    }

    /** What a token says of its holder, whoever signed it. */
    private static Map<String, JsonNode> claims(String token) {
        var claims = new HashMap<String, JsonNode>();
        try {
            JSON.readTree(new Base64URL(token.replaceFirst("^[^.]*\\.", "").replaceFirst("\\..*$", "")).decode())
                    .properties()
                    .forEach(claim -> claims.put(claim.getKey(), claim.getValue()));
            claims.keySet().removeAll(OF_THE_TOKEN);
        } catch (IOException noJwt) {
            return Map.of();
        }
        return claims;
    }

    private static String idOf(Evidence known) {
        return known.issuer().configured() + " " + known.claim("jti").asText();
    }

    private void verify(Evidence known) throws Refused {
        var token = known.token();
        var found = keys.keysFor(token, known.issuer());
        if (token.headerText("alg").startsWith("ES") && found.keys().stream().anyMatch(RSAKey.class::isInstance)) {
            odd("the algorithm is for keys of another type");
        }
        var fits = found.signatureSkipped()
                || rules.verification() == Verification.KEY_ID_ONLY
                || found.keys().stream().anyMatch(key -> SignatureVerifier.verifies(key, token));
        if (!fits) {
            throw new Refused(Reason.BAD_SIGNATURE, "the signature does not fit");
        }
    }

    private void odd(String detail) throws Refused {
        Tolerance.apply(rules.oddAlgorithm(), Reason.UNEXPECTED_ALGORITHM, detail);
    }

    private boolean isExempt(Evidence known) {
        var token = known.token();
        var isEmpty = token.signature().toString().isEmpty();
        var algorithm = token.headerText("alg");
        return rules.unsecured().accepts(algorithm)
                || switch (rules.verification()) {
                    case REQUIRED, KEY_ID_ONLY -> false;
                    case SKIPPED -> true;
                    case ONCE_FOR_EACH_ID -> verified.contains(idOf(known));
                    case SKIPPED_WHEN_EMPTY -> isEmpty;
                    case SKIPPED_WHEN_UNKNOWN_ALGORITHM -> !SignatureVerifier.knows(algorithm);
                };
    }

    private boolean isExpected(String algorithm) {
        return rules.algorithms().stream()
                .anyMatch(expected -> rules.algorithmMatch().matches(expected, algorithm));
    }
}
