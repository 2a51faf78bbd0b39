package dev.assay.identity.forgery;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.identity.key.SigningKey;
import java.security.SecureRandom;

/** Who signs a token, and how. The {@code alg} in its header is a different matter. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "with")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Signer.Rsa.class, name = "rsa"),
    @JsonSubTypes.Type(value = Signer.PaddedRsa.class, name = "rsa-padding"),
    @JsonSubTypes.Type(value = Signer.Hmac.class, name = "hmac"),
    @JsonSubTypes.Type(value = Signer.Ecdsa.class, name = "ecdsa"),
    @JsonSubTypes.Type(value = Signer.EcdsaNumbers.class, name = "ecdsa-numbers"),
    @JsonSubTypes.Type(value = Signer.Edwards.class, name = "eddsa"),
    @JsonSubTypes.Type(value = Signer.Nothing.class, name = "nothing"),
    @JsonSubTypes.Type(value = Signer.Chance.class, name = "chance"),
    @JsonSubTypes.Type(value = Signer.Twin.class, name = "twin")
})
sealed interface Signer {

    byte[] sign(byte[] input, Workbench bench);

    /** Whose RSA key. */
    enum Holder {
        @JsonProperty("issuer")
        ISSUER,
        /** The other key that the issuer publishes. */
        @JsonProperty("issuer-other")
        ISSUER_OTHER,
        @JsonProperty("attacker")
        ATTACKER;

        SigningKey key(Circumstances circumstances) {
            return switch (this) {
                case ISSUER -> circumstances.key();
                case ISSUER_OTHER -> circumstances.otherKey();
                case ATTACKER -> circumstances.attacker().key();
            };
        }
    }

    /** A correct RSA signature. */
    record Rsa(Holder key, RsaAlgorithm algorithm) implements Signer {

        static final Rsa SOUND = new Rsa(Holder.ISSUER, RsaAlgorithm.RS256);

        @Override
        public byte[] sign(byte[] input, Workbench bench) {
            return algorithm.sign(input, key.key(bench.circumstances()));
        }
    }

    /** An RSA signature by the issuer's key whose padding is not as RFC 8017 §9.2 wants it. */
    record PaddedRsa(RsaPadding padding) implements Signer {
        @Override
        public byte[] sign(byte[] input, Workbench bench) {
            return padding.sign(input, bench.circumstances().key());
        }
    }

    /** A message authentication code, keyed with something public or weak. */
    record Hmac(HmacAlgorithm algorithm, HmacSecret secret) implements Signer {
        @Override
        public byte[] sign(byte[] input, Workbench bench) {
            return algorithm.code(secret.octets(bench.circumstances().key()), input);
        }
    }

    /** A correct ECDSA signature over P-256 by the attacker. */
    record Ecdsa(EcSignatures.Form form) implements Signer {
        @Override
        public byte[] sign(byte[] input, Workbench bench) {
            return EcSignatures.sign(input, bench.ecKey(), form);
        }
    }

    /** An ECDSA "signature" of two numbers that nobody computed. */
    record EcdsaNumbers(EcSignatures.Scalar r, EcSignatures.Scalar s) implements Signer {
        @Override
        public byte[] sign(byte[] input, Workbench bench) {
            return EcSignatures.ofNumbers(r, s);
        }
    }

    /** A correct Ed25519 signature by the attacker. */
    record Edwards() implements Signer {
        @Override
        public byte[] sign(byte[] input, Workbench bench) {
            return EcSignatures.signEdwards(input);
        }
    }

    /** No signature: an empty third part. */
    record Nothing() implements Signer {
        @Override
        public byte[] sign(byte[] input, Workbench bench) {
            return new byte[0];
        }
    }

    /** Random octets. */
    record Chance(int octets) implements Signer {
        @Override
        public byte[] sign(byte[] input, Workbench bench) {
            var bytes = new byte[octets];
            new SecureRandom().nextBytes(bytes);
            return bytes;
        }
    }

    /** The signature of the sound token, under which something else now stands. */
    record Twin() implements Signer {
        @Override
        public byte[] sign(byte[] input, Workbench bench) {
            return bench.soundSignature();
        }
    }
}
