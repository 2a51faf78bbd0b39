package dev.assay.identity.forgery;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assay.identity.key.SigningKey;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Signatures made with the right private key over a message that is not the EMSA-PKCS1-v1_5 encoding of the digest
 * (RFC 8017 §9.2). A verifier that parses the padding, and does not build and compare it, accepts some of them, and then
 * signatures can be forged for keys with a small exponent (CVE-2006-4339).
 */
enum RsaPadding {
    /** The digest's identifier lacks its NULL parameters. */
    @JsonProperty("missing-null")
    MISSING_NULL("302f300b0609608648016503040201" + "0420", Filling.FULL),
    /** The identifier is SHA-1's, the digest SHA-256's. */
    @JsonProperty("other-digest-identifier")
    OTHER_DIGEST_IDENTIFIER("302d300906052b0e03021a05000420", Filling.FULL),
    /** The identifier has another length field that means the same (BER instead of DER). */
    @JsonProperty("long-form-length")
    LONG_FORM_LENGTH("308131300d060960864801650304020105000420", Filling.FULL),
    /** The identifier's parameters hold something. */
    @JsonProperty("parameters-with-content")
    PARAMETERS_WITH_CONTENT("3033300f06096086480165030402010502dead0420", Filling.FULL),
    /** The digest alone, without an identifier. */
    @JsonProperty("bare-digest")
    BARE_DIGEST("", Filling.FULL),
    /** Eight octets of padding, and rubbish behind the digest. */
    @JsonProperty("trailing-rubbish")
    TRAILING_RUBBISH(RsaPadding.SHA256, Filling.SHORT),
    /** An octet of the padding is not 0xFF. */
    @JsonProperty("broken-filling")
    BROKEN_FILLING(RsaPadding.SHA256, Filling.BROKEN),
    /** Block type 2, which is for encryption. */
    @JsonProperty("encryption-block")
    ENCRYPTION_BLOCK(RsaPadding.SHA256, Filling.ENCRYPTION),
    /** No zero octet between padding and digest. */
    @JsonProperty("missing-separator")
    MISSING_SEPARATOR(RsaPadding.SHA256, Filling.UNSEPARATED);

    private static final String SHA256 = "3031300d060960864801650304020105000420";
    private static final int SHORTEST_FILLING = 8;

    private enum Filling {
        FULL,
        SHORT,
        BROKEN,
        ENCRYPTION,
        UNSEPARATED
    }

    private final String identifier;
    private final Filling filling;

    RsaPadding(String identifier, Filling filling) {
        this.identifier = identifier;
        this.filling = filling;
    }

    byte[] sign(byte[] input, SigningKey key) {
        var length = key.publicKey().getModulus().bitLength() / 8;
        var message = new BigInteger(1, encoded(input, length));
        var signature = message.modPow(
                key.privateKey().getPrivateExponent(), key.publicKey().getModulus());
        return fixedLength(signature, length);
    }

    private byte[] encoded(byte[] input, int length) {
        var digest = new ByteArrayOutputStream();
        digest.writeBytes(HexFormat.of().parseHex(identifier));
        digest.writeBytes(sha256(input));
        var message = new byte[length];
        Arrays.fill(message, (byte) 0xff);
        message[0] = 0;
        message[1] = (byte) (filling == Filling.ENCRYPTION ? 2 : 1);
        var start = filling == Filling.SHORT ? 3 + SHORTEST_FILLING : length - digest.size();
        message[start - 1] = (byte) (filling == Filling.UNSEPARATED ? 0xff : 0);
        if (filling == Filling.BROKEN) {
            message[length / 4] = 0x42;
        }
        System.arraycopy(digest.toByteArray(), 0, message, start, digest.size());
        return message;
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not available in this Java runtime", e);
        }
    }

    static byte[] fixedLength(BigInteger number, int length) {
        var bytes = number.toByteArray();
        var fixed = new byte[length];
        var copied = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - copied, fixed, length - copied, copied);
        return fixed;
    }
}
