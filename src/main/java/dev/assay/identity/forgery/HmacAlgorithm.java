package dev.assay.identity.forgery;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC algorithms by their JOSE names (RFC 7518 §3.2). Unlike the Java runtime's, these take an empty key. */
enum HmacAlgorithm {
    HS256,
    HS384,
    HS512;

    byte[] code(byte[] key, byte[] input) {
        var mac = new HMac(digest());
        mac.init(new KeyParameter(key));
        mac.update(input, 0, input.length);
        var code = new byte[mac.getMacSize()];
        mac.doFinal(code, 0);
        return code;
    }

    private Digest digest() {
        return switch (this) {
            case HS256 -> new SHA256Digest();
            case HS384 -> new SHA384Digest();
            case HS512 -> new SHA512Digest();
        };
    }
}
