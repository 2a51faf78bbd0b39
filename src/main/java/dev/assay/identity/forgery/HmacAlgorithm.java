package dev.assay.identity.forgery;

import java.util.function.Supplier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC algorithms by their JOSE names (RFC 7518 §3.2). Unlike the Java runtime's, these take an empty key. */
enum HmacAlgorithm {
    HS256(SHA256Digest::new),
    HS384(SHA384Digest::new),
    HS512(SHA512Digest::new);

    private final Supplier<Digest> digest;

    HmacAlgorithm(Supplier<Digest> digest) {
        this.digest = digest;
    }

    byte[] code(byte[] key, byte[] input) {
        var mac = new HMac(digest.get());
        mac.init(new KeyParameter(key));
        mac.update(input, 0, input.length);
        var code = new byte[mac.getMacSize()];
        mac.doFinal(code, 0);
        return code;
    }
}
