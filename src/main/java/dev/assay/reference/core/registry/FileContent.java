package dev.assay.reference.core.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that do not change. */
public final class FileContent {

    private final byte[] bytes;

    /** A copy of the bytes. */
    public FileContent(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** In bytes. */
    public int size() {
        return bytes.length;
    }

    /**
     * Their digest in lower-case hexadecimal digits.
     *
     * @param algorithm as Java's security providers name it, such as {@code SHA-256}
     */
    public String digest(String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalArgumentException("no digest called " + algorithm, unknown);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileContent content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
