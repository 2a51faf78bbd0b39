package dev.assay.steps;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.identity.key.JsonWebKey;
import dev.assay.identity.key.SigningKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Members of a key set that are odd in one respect.
 *
 * @param members in order
 */
record OddKeys(Map<String, Object> members) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The base point of the curve P-256 (FIPS 186-4 §D.1.2.3), which lies on it like any public key. */
    private static final String ON_THE_CURVE =
            "\"x\":\"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY\",\"y\":\"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU\"";

    /** What may stand in a key set beside good keys without doing harm (RFC 7517 §5), by what sentences call it. */
    static final Map<String, String> BESIDE = Map.ofEntries(
            entry(
                    "an elliptic-curve key",
                    "{\"kty\":\"EC\",\"crv\":\"P-256\",\"alg\":\"ES256\",\"use\":\"sig\",\"kid\":\"ec\"," + ON_THE_CURVE
                            + "}"),
            entry(
                    "a point off its curve",
                    "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"off\",\"x\":\"AQ\",\"y\":\"AQ\"}"),
            entry("a key of an unknown kind", "{\"kty\":\"LATTICE\",\"kid\":\"new\",\"l\":\"AQAB\"}"),
            entry("a key without a kind", "{\"kid\":\"kindless\",\"n\":\"AQAB\",\"e\":\"AQAB\"}"),
            entry(
                    "a key without a name",
                    "{\"kty\":\"EC\",\"crv\":\"P-256\",\"alg\":\"ES256\",\"use\":\"sig\"," + ON_THE_CURVE + "}"),
            entry(
                    "a key with its private half",
                    "{\"kty\":\"EC\",\"crv\":\"P-256\",\"alg\":\"ES256\",\"use\":\"sig\",\"kid\":\"told\","
                            + "\"d\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE\"," + ON_THE_CURVE + "}"),
            entry(
                    "a key of 16384 bits",
                    "{\"kty\":\"RSA\",\"alg\":\"RS256\",\"use\":\"sig\",\"kid\":\"big\",\"e\":\"AQAB\",\"n\":\""
                            + "_".repeat(2730) + "8\"}"),
            entry(
                    "an RSA key without a modulus",
                    "{\"kty\":\"RSA\",\"alg\":\"RS256\",\"use\":\"sig\",\"kid\":\"hollow\",\"e\":\"AQAB\"}"),
            entry(
                    "an RSA key whose modulus is no base64url",
                    "{\"kty\":\"RSA\",\"alg\":\"RS256\",\"use\":\"sig\",\"kid\":\"garbled\",\"e\":\"AQAB\",\"n\":\"%%% ***\"}"),
            entry(
                    "a shared secret",
                    "{\"kty\":\"oct\",\"alg\":\"HS256\",\"use\":\"sig\",\"kid\":\"*\",\"k\":\"c2VjcmV0\"}"));

    private static final Map<String, Map<String, Object>> FLAWS = Map.of(
            "that is meant for encryption", Map.of("use", "enc"),
            "whose operations do not include verifying", Map.of("key_ops", List.of("encrypt", "wrapKey")),
            "that is meant for another algorithm", Map.of("alg", "RS512"),
            "of 1024 bits", Map.of());

    static String beside(String name) {
        var jwk = BESIDE.get(name);
        if (jwk == null) {
            throw new IllegalArgumentException("no key is called '" + name + "'; known are " + BESIDE.keySet());
        }
        return jwk;
    }

    /** A key as issuers publish it. */
    static OddKeys sound(SigningKey key) {
        return new OddKeys(JsonWebKey.of(key, false));
    }

    OddKeys with(String member, Object value) {
        var changed = new LinkedHashMap<>(members);
        changed.put(member, value);
        return new OddKeys(changed);
    }

    /** The same key with something that forbids to verify with it. */
    OddKeys flawed(String flaw) {
        var changes = FLAWS.get(flaw);
        if (changes == null) {
            throw new IllegalArgumentException("no flaw is called '" + flaw + "'; known are " + FLAWS.keySet());
        }
        var changed = new LinkedHashMap<>(members);
        if (changes.containsKey("key_ops")) {
            changed.remove("use");
        }
        changed.putAll(changes);
        return new OddKeys(changed);
    }

    String json() {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a key of our own making cannot be written", e);
        }
    }
}
