package dev.assay.identity.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes public keys as members of a key set (RFC 7517). */
public final class JsonWebKey {

    private JsonWebKey() {}

    /**
     * The members of a signing key, in the order in which GitHub lists them.
     *
     * @param withCertificate whether {@code x5c} and {@code x5t} are published too
     */
    public static Map<String, Object> of(SigningKey key, boolean withCertificate) {
        var members = new LinkedHashMap<String, Object>();
        members.put("kty", "RSA");
        members.put("alg", "RS256");
        members.put("use", "sig");
        members.put("kid", key.keyId());
        members.put("n", modulus(key));
        members.put("e", unsigned(key.publicKey().getPublicExponent()));
        if (withCertificate) {
            members.put("x5c", List.of(key.certificateBase64()));
            members.put("x5t", key.certificateThumbprint());
        }
        return members;
    }

    /** The modulus as {@code n} carries it: big-endian, without a sign octet, base64url (RFC 7518 §6.3.1.1). */
    public static String modulus(SigningKey key) {
        return unsigned(key.publicKey().getModulus());
    }

    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        var start = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
    }
}
