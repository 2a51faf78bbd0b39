package dev.assay.reference.core.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.assay.reference.behaviour.KeyRules;
import dev.assay.reference.behaviour.KeyRules.KeyIdMeaning;
import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.SignatureRules;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.token.CompactToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes that a sound registry never accepts (RFC 8725 §2.1, CVE-2016-10555). */
public final class SharedSecrets {

    private final SignatureRules rules;
    private final KeyRules keyRules;

    /** What counts as a secret is up to the behaviour; in a sound one nothing does. */
    public SharedSecrets(SignatureRules rules, KeyRules keyRules) {
        this.rules = rules;
        this.keyRules = keyRules;
    }

    /** Whether the token carries a keyed hash made with one of the secrets. */
    public boolean verify(CompactToken token, PublicKeys publicKeys) throws Refused {
        var algorithm = token.headerText("alg");
        if (!algorithm.matches("HS(256|384|512)")) {
            return false;
        }
        for (var secret : secrets(token, publicKeys)) {
            if (isHash(secret, algorithm, token)) {
                return true;
            }
        }
        return false;
    }

    private List<byte[]> secrets(CompactToken token, PublicKeys publicKeys) throws Refused {
        var secrets = new ArrayList<byte[]>();
        rules.guessableSecrets().forEach(secret -> secrets.add(utf8(secret)));
        if (keyRules.keyIdMeaning() == KeyIdMeaning.FILE_PATH) {
            secrets.add(file(token.headerText("kid")));
        }
        if (rules.publicKeyAsSecret() == Leniency.ACCEPTED) {
            publicKeys.get().forEach(key -> secrets.addAll(spellings(key)));
        }
        return secrets;
    }

    private static byte[] file(String path) {
        try (var in = Files.newInputStream(Path.of(path))) {
            return in.readNBytes(4096);
        } catch (IOException | InvalidPathException unreadable) {
            return new byte[0];
        }
    }

    private static List<byte[]> spellings(JWK key) {
        try {
            if (!(key instanceof RSAKey rsa)) {
                return List.of();
            }
            var der = rsa.toRSAPublicKey().getEncoded();
            var pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, utf8("\n")).encodeToString(der) + "\n-----END PUBLIC KEY-----";
            return List.of(
                    utf8(pem),
                    utf8(pem + "\n"),
                    der,
                    utf8(key.toPublicJWK().toJSONString()),
                    utf8(rsa.getModulus().toString()),
                    rsa.getModulus().decode());
        } catch (JOSEException unreadable) {
            return List.of();
        }
    }

    private static boolean isHash(byte[] secret, String algorithm, CompactToken token) {
        try {
            var name = "HmacSHA" + algorithm.substring(2);
            var mac = Mac.getInstance(name);
            // an empty key and a zero octet are the same to HMAC, which pads with zeros (RFC 2104 §2)
            mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, name));
            var hash = mac.doFinal(token.signedContent().getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(hash, token.signature().decode());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The issuer's public keys, fetched only if they matter. */
    @FunctionalInterface
    public interface PublicKeys {

        /** The keys. */
        List<JWK> get() throws Refused;
    }
}
