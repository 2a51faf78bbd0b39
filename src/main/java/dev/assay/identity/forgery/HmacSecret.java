package dev.assay.identity.forgery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.identity.key.JsonWebKey;
import dev.assay.identity.key.SigningKey;
import java.util.Base64;
import java.util.function.Function;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** What a forger may key an HMAC with: the issuer's public key in each of its spellings, or something weak. */
enum HmacSecret {
    @JsonProperty("spki-pem")
    SPKI_PEM(key -> ascii(spkiPem(key))),
    @JsonProperty("spki-pem-without-final-newline")
    SPKI_PEM_WITHOUT_FINAL_NEWLINE(key -> ascii(spkiPem(key).stripTrailing())),
    @JsonProperty("spki-pem-with-leading-blank")
    SPKI_PEM_WITH_LEADING_BLANK(key -> ascii(" " + spkiPem(key))),
    @JsonProperty("spki-pem-with-crlf")
    SPKI_PEM_WITH_CRLF(key -> ascii(spkiPem(key).replace("\n", "\r\n"))),
    @JsonProperty("spki-base64")
    SPKI_BASE64(key -> ascii(Base64.getEncoder().encodeToString(key.publicKey().getEncoded()))),
    @JsonProperty("spki-der")
    SPKI_DER(key -> key.publicKey().getEncoded()),
    @JsonProperty("pkcs1-pem")
    PKCS1_PEM(key -> ascii(pem("RSA PUBLIC KEY", pkcs1(key)))),
    @JsonProperty("pkcs1-der")
    PKCS1_DER(HmacSecret::pkcs1),
    @JsonProperty("jwk")
    JWK(HmacSecret::jwk),
    @JsonProperty("modulus")
    MODULUS(key -> Base64.getUrlDecoder().decode(JsonWebKey.modulus(key))),
    @JsonProperty("modulus-base64url")
    MODULUS_BASE64URL(key -> ascii(JsonWebKey.modulus(key))),
    @JsonProperty("certificate-pem")
    CERTIFICATE_PEM(key -> ascii(pem("CERTIFICATE", Base64.getDecoder().decode(key.certificateBase64())))),
    @JsonProperty("certificate-der")
    CERTIFICATE_DER(key -> Base64.getDecoder().decode(key.certificateBase64())),
    @JsonProperty("certificate-base64")
    CERTIFICATE_BASE64(key -> ascii(key.certificateBase64())),
    @JsonProperty("nothing")
    NOTHING(key -> new byte[0]),
    @JsonProperty("zero-octet")
    ZERO_OCTET(key -> new byte[1]),
    @JsonProperty("the-word-secret")
    THE_WORD_SECRET(key -> ascii("secret")),
    @JsonProperty("key-id")
    KEY_ID(key -> key.keyId().getBytes(UTF_8));

    private static final int PEM_LINE = 64;

    private final Function<SigningKey, byte[]> octets;

    HmacSecret(Function<SigningKey, byte[]> octets) {
        this.octets = octets;
    }

    byte[] octets(SigningKey key) {
        return octets.apply(key);
    }

    static String spkiPem(SigningKey key) {
        return pem("PUBLIC KEY", key.publicKey().getEncoded());
    }

    static String pem(String label, byte[] der) {
        var lines = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    private static byte[] pkcs1(SigningKey key) {
        return SubjectPublicKeyInfo.getInstance(key.publicKey().getEncoded())
                .getPublicKeyData()
                .getOctets();
    }

    private static byte[] jwk(SigningKey key) {
        try {
            return new ObjectMapper().writeValueAsBytes(JsonWebKey.of(key, false));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A key of our own making cannot be written", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
