package dev.assay.reference.dialect.nuget;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The keyed hash that stands behind the checksum of API keys (microsoft/security-utilities {@code Marvin}). */
final class Marvin32 {

    private static final int BLOCK = Integer.BYTES;
    private static final int PADDING = 0x80;

    private int low;
    private int high;

    private Marvin32(long seed) {
        low = (int) seed;
        high = (int) (seed >>> Integer.SIZE);
    }

    /**
     * The hash, both halves folded into 32 bits.
     *
     * @throws IllegalArgumentException if the number of bytes is no multiple of four
     */
    static int hash(long seed, byte[] bytes) {
        if (bytes.length % BLOCK != 0) {
            throw new IllegalArgumentException("%d bytes are not whole blocks".formatted(bytes.length));
        }
        var hash = new Marvin32(seed);
        var blocks = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (blocks.hasRemaining()) {
            hash.mix(blocks.getInt());
        }
        hash.mix(PADDING);
        hash.mix(0);
        return hash.low ^ hash.high;
    }

    private void mix(int block) {
        low += block;
        high ^= low;
        low = Integer.rotateLeft(low, 20) + high;
        high = Integer.rotateLeft(high, 9) ^ low;
        low = Integer.rotateLeft(low, 27) + high;
        high = Integer.rotateLeft(high, 19);
    }
}
