package dev.assay.identity.forgery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.identity.key.JsonWebKey;
import dev.assay.identity.key.SigningKey;
import java.util.Base64;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** What a forger may key an HMAC with: the issuer's public key in each of its spellings, or something weak. */
enum HmacSecret {
    @JsonProperty("spki-pem")
    SPKI_PEM,
    @JsonProperty("spki-pem-without-final-newline")
    SPKI_PEM_WITHOUT_FINAL_NEWLINE,
    @JsonProperty("spki-pem-with-leading-blank")
    SPKI_PEM_WITH_LEADING_BLANK,
    @JsonProperty("spki-pem-with-crlf")
    SPKI_PEM_WITH_CRLF,
    @JsonProperty("spki-base64")
    SPKI_BASE64,
    @JsonProperty("spki-der")
    SPKI_DER,
    @JsonProperty("pkcs1-pem")
    PKCS1_PEM,
    @JsonProperty("pkcs1-der")
    PKCS1_DER,
    @JsonProperty("jwk")
    JWK,
    @JsonProperty("modulus")
    MODULUS,
    @JsonProperty("modulus-base64url")
    MODULUS_BASE64URL,
    @JsonProperty("certificate-pem")
    CERTIFICATE_PEM,
    @JsonProperty("certificate-der")
    CERTIFICATE_DER,
    @JsonProperty("certificate-base64")
    CERTIFICATE_BASE64,
    @JsonProperty("nothing")
    NOTHING,
    @JsonProperty("zero-octet")
    ZERO_OCTET,
    @JsonProperty("the-word-secret")
    THE_WORD_SECRET,
    @JsonProperty("key-id")
    KEY_ID;

    private static final int PEM_LINE = 64;

    byte[] octets(SigningKey key) {
        return switch (this) {
            case SPKI_PEM -> ascii(spkiPem(key));
            case SPKI_PEM_WITHOUT_FINAL_NEWLINE -> ascii(spkiPem(key).stripTrailing());
            case SPKI_PEM_WITH_LEADING_BLANK -> ascii(" " + spkiPem(key));
            case SPKI_PEM_WITH_CRLF -> ascii(spkiPem(key).replace("\n", "\r\n"));
            case SPKI_BASE64 ->
                ascii(Base64.getEncoder().encodeToString(key.publicKey().getEncoded()));
            case SPKI_DER -> key.publicKey().getEncoded();
            case PKCS1_PEM -> ascii(pem("RSA PUBLIC KEY", pkcs1(key)));
            case PKCS1_DER -> pkcs1(key);
            case JWK -> jwk(key);
            case MODULUS -> Base64.getUrlDecoder().decode(JsonWebKey.modulus(key));
            case MODULUS_BASE64URL -> ascii(JsonWebKey.modulus(key));
            case CERTIFICATE_PEM -> ascii(pem("CERTIFICATE", Base64.getDecoder().decode(key.certificateBase64())));
            case CERTIFICATE_DER -> Base64.getDecoder().decode(key.certificateBase64());
            case CERTIFICATE_BASE64 -> ascii(key.certificateBase64());
            case NOTHING -> new byte[0];
            case ZERO_OCTET -> new byte[1];
            case THE_WORD_SECRET -> ascii("secret");
            case KEY_ID -> key.keyId().getBytes(UTF_8);
        };
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
