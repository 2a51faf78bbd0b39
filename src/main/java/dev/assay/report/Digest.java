package dev.assay.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Digests that other programs expect. None of them protects anything here. */
final class Digest {
    private Digest() {}

    /** Hexadecimal, as Allure names tests. */
    static String md5(String text) {
        return HexFormat.of().formatHex(digest("MD5", text));
    }

    /** As a Content-Security-Policy names an inlined script or style (CSP Level 3, §6.7.2.2). */
    static String policySource(String text) {
        return "'sha256-" + Base64.getEncoder().encodeToString(digest("SHA-256", text)) + "'";
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }
}
