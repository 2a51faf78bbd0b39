package dev.assay.reference.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.assay.reference.behaviour.TokenRules;
import dev.assay.reference.behaviour.TokenRules.Form;
import dev.assay.reference.core.registry.Grant;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.core.registry.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Short-lived registry tokens as JWTs with a signature of the registry's own, and what is taken for one. */
final class SignedTokens implements TokenWriter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY_ID = "registry-1";
    private static final int PARTS = 3;
    private static final int PEM_LINE = 64;

    private final TokenRules rules;
    private final TokenWriter other;
    private final Tokens tokens;
    private final ECKey key;

    private SignedTokens(TokenRules rules, TokenWriter other, Tokens tokens, ECKey key) {
        this.rules = rules;
        this.other = other;
        this.tokens = tokens;
        this.key = key;
    }

    /**
     * The tokens of a registry, with a key of their own; empty where registry tokens are no JWTs.
     *
     * @param other writes the tokens that are none
     * @param tokens those that were handed out
     */
    static Optional<SignedTokens> of(TokenRules rules, TokenWriter other, Tokens tokens) {
        if (rules.form() == Form.NATIVE) {
            return Optional.empty();
        }
        try {
            var key = new ECKeyGenerator(Curve.P_256)
                    .keyID(KEY_ID)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            return Optional.of(new SignedTokens(rules, other, tokens, key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public keys, as members of a JSON object. */
    Map<String, Object> keySet() {
        return new JWKSet(key).toJSONObject();
    }

    /** Writes those of accounts as ever. */
    @Override
    public String write(RegistryToken token, List<UUID> packageIds) {
        return token.isLongLived() ? other.write(token, packageIds) : rules.prefix() + jwt(token);
    }

    private String jwt(RegistryToken token) {
        var packages = token.grants().stream()
                .flatMap(grant -> grant.packages().stream())
                .sorted()
                .distinct()
                .toList();
        var claims = JSON.valueToTree(Map.of(
                "jti", token.id(),
                "iat", token.notBefore().getEpochSecond(),
                "exp", token.expiresAt().getEpochSecond(),
                "packages", packages));
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY_ID).build();
        var content = header.toBase64URL() + "." + Base64URL.encode(claims.toString());
        try {
            return content + "." + new ECDSASigner(key).sign(header, octets(content));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a text stands for that was not handed out, but is taken for one that was; nothing, in a sound registry. */
    Optional<RegistryToken> believed(String text) {
        var parts = text.startsWith(rules.prefix())
                ? text.substring(rules.prefix().length()).split("\\.", -1)
                : new String[0];
        try {
            return parts.length == PARTS && verifies(parts)
                    ? believed(JSON.readTree(new Base64URL(parts[1]).decode()))
                    : Optional.empty();
        } catch (IOException | JOSEException | ParseException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private boolean verifies(String[] parts) throws IOException, JOSEException, ParseException {
        var header = JSON.readTree(new Base64URL(parts[0]).decode());
        var algorithm = header.path("alg").asText();
        return switch (rules.form()) {
            case NATIVE, JWT -> false;
            case JWT_UNVERIFIED -> true;
            case JWT_OF_ANY_ALGORITHM ->
                algorithm.equals("none") || verifies(parts, JWSAlgorithm.HS256, new MACVerifier(octets(pem())));
            case JWT_WITH_ITS_OWN_KEY ->
                header.has("jwk")
                        && verifies(
                                parts,
                                JWSAlgorithm.ES256,
                                new ECDSAVerifier(ECKey.parse(header.path("jwk").toString())));
        };
    }

    private static boolean verifies(String[] parts, JWSAlgorithm algorithm, JWSVerifier verifier) throws JOSEException {
        return verifier.verify(new JWSHeader(algorithm), octets(parts[0] + "." + parts[1]), new Base64URL(parts[2]));
    }

    private String pem() throws JOSEException {
        var lines = Base64.getMimeEncoder(PEM_LINE, octets("\n"))
                .encodeToString(key.toPublicKey().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
    }

    private Optional<RegistryToken> believed(JsonNode claims) {
        return tokens.withId(UUID.fromString(claims.path("jti").asText())).map(token -> withClaims(token, claims));
    }

    private static RegistryToken withClaims(RegistryToken token, JsonNode claims) {
        var packages = new HashSet<String>();
        claims.path("packages").forEach(name -> packages.add(name.asText()));
        return new RegistryToken(
                token.id(),
                token.secret(),
                token.text(),
                grants(token, packages),
                token.everyPackage(),
                token.account(),
                token.onlyPackages(),
                token.notBefore(),
                Instant.ofEpochSecond(claims.path("exp").asLong()),
                token.workload());
    }

    private static List<Grant> grants(RegistryToken token, Set<String> packages) {
        return token.grants().stream()
                .map(grant -> new Grant(grant.publisher(), packages, packages))
                .toList();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
