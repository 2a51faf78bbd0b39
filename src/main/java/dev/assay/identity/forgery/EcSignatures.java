package dev.assay.identity.forgery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;

/** Elliptic-curve signatures, good ones and impossible ones. */
final class EcSignatures {

    private static final BigInteger ORDER =
            new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);
    private static final int NUMBER_LENGTH = 32;

    private EcSignatures() {}

    /** How the two numbers are written. */
    enum Form {
        /** One after the other, 32 octets each: the form that JOSE uses (RFC 7518 §3.4). */
        @JsonProperty("concatenated")
        CONCATENATED("SHA256withECDSAinP1363Format"),
        /** An ASN.1 sequence, as X.509 has it. */
        @JsonProperty("der")
        DER("SHA256withECDSA");

        private final String javaName;

        Form(String javaName) {
            this.javaName = javaName;
        }
    }

    /** Numbers at the edges of what a signature over P-256 may hold: 1 to n-1. */
    enum Scalar {
        @JsonProperty("0")
        ZERO(BigInteger.ZERO),
        @JsonProperty("1")
        ONE(BigInteger.ONE),
        @JsonProperty("n-1")
        BELOW_ORDER(ORDER.subtract(BigInteger.ONE)),
        @JsonProperty("n")
        AT_ORDER(ORDER),
        @JsonProperty("n+1")
        ABOVE_ORDER(ORDER.add(BigInteger.ONE)),
        @JsonProperty("max")
        MAXIMUM(BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE));

        private final BigInteger value;

        Scalar(BigInteger value) {
            this.value = value;
        }
    }

    static KeyPair freshKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 is not available in this Java runtime", e);
        }
    }

    static byte[] sign(byte[] input, KeyPair key, Form form) {
        return sign(input, key.getPrivate(), form.javaName);
    }

    static byte[] ofNumbers(Scalar r, Scalar s) {
        var octets = Arrays.copyOf(RsaPadding.fixedLength(r.value, NUMBER_LENGTH), 2 * NUMBER_LENGTH);
        System.arraycopy(RsaPadding.fixedLength(s.value, NUMBER_LENGTH), 0, octets, NUMBER_LENGTH, NUMBER_LENGTH);
        return octets;
    }

    static byte[] signEdwards(byte[] input) {
        try {
            return sign(
                    input,
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate(),
                    "Ed25519");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available in this Java runtime", e);
        }
    }

    /** The public key as header member {@code jwk} (RFC 7518 §6.2). */
    static String jwk(KeyPair key) {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + coordinate(point.getAffineX()) + "\",\"y\":\""
                + coordinate(point.getAffineY()) + "\"}";
    }

    private static String coordinate(BigInteger number) {
        return Encoding.base64url(RsaPadding.fixedLength(number, NUMBER_LENGTH));
    }

    private static byte[] sign(byte[] input, PrivateKey key, String javaName) {
        try {
            var signature = Signature.getInstance(javaName);
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(javaName + " is not available in this Java runtime", e);
        }
    }
}
