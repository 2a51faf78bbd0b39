package dev.assay.identity.forgery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.Arrays;

/** What can be done to a good signature's octets. */
enum SignatureChange {
    @JsonProperty("first-bit-flipped")
    FIRST_BIT_FLIPPED {
        @Override
        byte[] apply(byte[] octets, Workbench bench) {
            return flipped(octets, 0);
        }
    },
    @JsonProperty("last-bit-flipped")
    LAST_BIT_FLIPPED {
        @Override
        byte[] apply(byte[] octets, Workbench bench) {
            return flipped(octets, octets.length - 1);
        }
    },
    @JsonProperty("last-octet-cut-off")
    LAST_OCTET_CUT_OFF {
        @Override
        byte[] apply(byte[] octets, Workbench bench) {
            return Arrays.copyOf(octets, octets.length - 1);
        }
    },
    @JsonProperty("octet-appended")
    OCTET_APPENDED {
        @Override
        byte[] apply(byte[] octets, Workbench bench) {
            return Arrays.copyOf(octets, octets.length + 1);
        }
    },
    @JsonProperty("leading-zero-added")
    LEADING_ZERO_ADDED {
        @Override
        byte[] apply(byte[] octets, Workbench bench) {
            var longer = new byte[octets.length + 1];
            System.arraycopy(octets, 0, longer, 1, octets.length);
            return longer;
        }
    },
    /** Only one signature in 256 begins with a zero octet. */
    @JsonProperty("leading-zero-cut-off")
    LEADING_ZERO_CUT_OFF {
        @Override
        byte[] apply(byte[] octets, Workbench bench) {
            return Arrays.copyOfRange(octets, 1, octets.length);
        }

        @Override
        boolean fits(byte[] octets, Workbench bench) {
            return octets[0] == 0;
        }
    },
    /** Congruent to the good signature, but not below the modulus (RFC 8017 §5.2.2). */
    @JsonProperty("modulus-added")
    MODULUS_ADDED {
        @Override
        byte[] apply(byte[] octets, Workbench bench) {
            var sum = sum(octets, bench).toByteArray();
            return Arrays.copyOfRange(sum, sum.length - octets.length, sum.length);
        }

        /** A longer one is refused for its length. */
        @Override
        boolean fits(byte[] octets, Workbench bench) {
            return sum(octets, bench).bitLength() <= octets.length * Byte.SIZE;
        }

        private BigInteger sum(byte[] octets, Workbench bench) {
            return new BigInteger(1, octets)
                    .add(bench.circumstances().key().publicKey().getModulus());
        }
    },
    @JsonProperty("all-zero")
    ALL_ZERO {
        @Override
        byte[] apply(byte[] octets, Workbench bench) {
            return new byte[octets.length];
        }
    },
    @JsonProperty("reversed")
    REVERSED {
        @Override
        byte[] apply(byte[] octets, Workbench bench) {
            var other = new byte[octets.length];
            for (var i = 0; i < octets.length; i++) {
                other[i] = octets[octets.length - 1 - i];
            }
            return other;
        }
    };

    abstract byte[] apply(byte[] octets, Workbench bench);

    /** Whether it can be done to this signature; if not, another one has to be tried. */
    boolean fits(byte[] octets, Workbench bench) {
        return true;
    }

    private static byte[] flipped(byte[] octets, int index) {
        var other = octets.clone();
        other[index] ^= 1;
        return other;
    }
}
