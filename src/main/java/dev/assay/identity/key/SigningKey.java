package dev.assay.identity.key;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An RSA key that ID tokens are signed with, and its self-signed certificate.
 *
 * @param keyId as the header's {@code kid} names it
 * @param publicKey the half that the key set publishes
 * @param privateKey the half that signs
 * @param certificate self-signed over {@code publicKey}
 */
public record SigningKey(
        String keyId, RSAPublicKey publicKey, RSAPrivateCrtKey privateKey, X509Certificate certificate) {

    public SigningKey {
        requireNonNull(keyId, "keyId");
        requireNonNull(publicKey, "publicKey");
        requireNonNull(privateKey, "privateKey");
        requireNonNull(certificate, "certificate");
    }

    /** The same key under another name. */
    public SigningKey named(String otherKeyId) {
        return new SigningKey(otherKeyId, publicKey, privateKey, certificate);
    }

    /** Signs with RSASSA-PKCS1-v1_5 and SHA-256, which JOSE calls RS256. */
    public byte[] sign(byte[] input) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RS256 is not available in this Java runtime", e);
        }
    }

    /** The certificate's SHA-1 thumbprint in base64url: header member {@code x5t} (RFC 7515 §4.1.7). */
    public String certificateThumbprint() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha1());
    }

    /** The same thumbprint as upper-case hexadecimal digits: one of the two styles in which GitHub names keys. */
    public String thumbprintKeyId() {
        return HexFormat.of().withUpperCase().formatHex(sha1());
    }

    /** The certificate in base64 of its DER form, as {@code x5c} carries it (RFC 7515 §4.1.6). */
    public String certificateBase64() {
        return Base64.getEncoder().encodeToString(certificateDer());
    }

    private byte[] sha1() {
        try {
            return MessageDigest.getInstance("SHA-1").digest(certificateDer());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-1 is not available in this Java runtime", e);
        }
    }

    private byte[] certificateDer() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate of our own making cannot be encoded", e);
        }
    }

    /** Names the key and nothing of its content. */
    @Override
    public String toString() {
        return "SigningKey[" + keyId + "]";
    }
}
