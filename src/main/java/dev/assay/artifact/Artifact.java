package dev.assay.artifact;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A package file, ready to publish.
 *
 * @param name package name
 * @param version package version
 * @param fileName as the ecosystem demands it
 * @param content bytes of the file
 * @param sha256 lower-case hex digest of the content
 */
public record Artifact(String name, String version, String fileName, byte[] content, String sha256) {

    /** Wraps a file; its digest is computed. */
    static Artifact of(String name, String version, String fileName, byte[] content) {
        return new Artifact(name, version, fileName, content, HexFormat.of().formatHex(digest("SHA-256", content)));
    }

    /** The same content, said to be a version of something else, in a file of any name. */
    public Artifact saidToBe(String otherName, String otherFileName) {
        return new Artifact(otherName, version, otherFileName, content, sha256);
    }

    /** A file of the same name with other content. */
    public Artifact with(byte[] otherContent) {
        return of(name, version, fileName, otherContent);
    }

    /**
     * A digest of the content, in lower-case hexadecimal digits.
     *
     * @param algorithm as Java names it, such as {@code SHA-1}
     */
    public String digest(String algorithm) {
        return HexFormat.of().formatHex(digest(algorithm, content));
    }

    /** A digest of the content in Base64, as Subresource Integrity writes it. */
    public String digestBase64(String algorithm) {
        return Base64.getEncoder().encodeToString(digest(algorithm, content));
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
