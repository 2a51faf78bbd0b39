package dev.assay.steps;

import dev.assay.identity.token.IdToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The obvious ways to make a registry token from an ID token: to encode or digest the token, or what it is known by.
 *
 * @param candidates what may have been made of it, by what it is for a person
 */
record Derivation(Map<String, String> candidates) {
    /** So many characters in common are no accident. */
    private static final int ACCIDENT = 16;

    private static final List<String> DIGESTS = List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
    private static final List<String> SEPARATORS = List.of("", " ", ":", "|", "/", ".", "-", "_", ",", "#", "\n");

    static Derivation of(IdToken token) {
        var sources = new LinkedHashMap<String, String>();
        sources.put("the ID token", token.compact());
        sources.put(
                "the ID token's signature",
                token.compact().substring(token.compact().lastIndexOf('.') + 1));
        token.claim("jti").ifPresent(id -> {
            sources.put("the ID token's jti", id);
            token.claim("iss")
                    .ifPresent(issuer -> SEPARATORS.forEach(between -> sources.put(
                            "the ID token's iss and jti, with '" + between + "' between", issuer + between + id)));
        });
        var candidates = new LinkedHashMap<String, String>();
        sources.forEach((name, text) -> candidates(name, text.getBytes(StandardCharsets.UTF_8), candidates));
        sources.forEach((name, text) -> candidates.put(name, text));
        return new Derivation(candidates);
    }

    private static void candidates(String name, byte[] bytes, Map<String, String> into) {
        encodings(name, bytes, into);
        DIGESTS.forEach(algorithm -> encodings(algorithm + " of " + name, digest(algorithm, bytes), into));
    }

    private static void encodings(String name, byte[] bytes, Map<String, String> into) {
        into.put(name + ", in hexadecimal digits", HexFormat.of().formatHex(bytes));
        into.put(
                name + ", in capital hexadecimal digits",
                HexFormat.of().withUpperCase().formatHex(bytes));
        into.put(name + ", in base64", Base64.getEncoder().withoutPadding().encodeToString(bytes));
        into.put(
                name + ", in base64url", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks " + algorithm, e);
        }
    }

    /**
     * From what a registry token was made, if nothing else is in it. A token that shows a digest beside enough of its own
     * is not made of it.
     *
     * @param another token of the same workload: what both have in the same place is no secret
     */
    Optional<String> explains(String registryToken, String another) {
        return candidates.entrySet().stream()
                .filter(candidate -> explains(candidate.getValue(), registryToken, another))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean explains(String candidate, String token, String another) {
        var end = 0;
        var longest = 0;
        var before = new int[candidate.length() + 1];
        for (var i = 1; i <= token.length(); i++) {
            var now = new int[candidate.length() + 1];
            for (var j = 1; j <= candidate.length(); j++) {
                now[j] = token.charAt(i - 1) == candidate.charAt(j - 1) ? before[j - 1] + 1 : 0;
                if (now[j] > longest) {
                    longest = now[j];
                    end = i;
                }
            }
            before = now;
        }
        return longest >= ACCIDENT && ofItsOwn(token, another, end - longest, end) < ACCIDENT;
    }

    /** How many characters outside a stretch differ from the other token's. */
    private static int ofItsOwn(String token, String another, int start, int end) {
        var count = 0;
        for (var i = 0; i < token.length(); i++) {
            var isOutside = i < start || i >= end;
            if (isOutside && (i >= another.length() || token.charAt(i) != another.charAt(i))) {
                count++;
            }
        }
        return count;
    }
}
