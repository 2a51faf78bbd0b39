package dev.assay.reference.dialect.pypi;

import dev.assay.reference.core.registry.FileContent;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/** Digests as the index writes them: lower-case hexadecimal digits. */
final class Digests {

    static final String BLAKE2B_256 = "BLAKE2B-256";

    private Digests() {}

    static String hex(FileContent content, String algorithm) {
        return algorithm.equals(BLAKE2B_256) ? blake2b256(content) : content.digest(algorithm);
    }

    static String blake2b256(FileContent content) {
        var digest = new Blake2bDigest(256);
        digest.update(content.bytes(), 0, content.size());
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }
}
