package dev.assay.safety;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** All addresses that begin with the same bits, as CIDR writes them. */
record Block(int length, BigInteger prefix, int free) {

    /** Blocks by their notation, such as {@code 10.0.0.0/8}. */
    static List<Block> listed(String... notations) {
        return Stream.of(notations).map(Block::of).toList();
    }

    private static Block of(String notation) {
        var slash = notation.indexOf('/');
        var bytes = literal(notation.substring(0, slash));
        var free = bytes.length * Byte.SIZE - Integer.parseInt(notation.substring(slash + 1));
        return new Block(bytes.length, new BigInteger(1, bytes).shiftRight(free), free);
    }

    private static byte[] literal(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address + " is not an address", e);
        }
    }

    static boolean anyOf(List<Block> blocks, byte[] address) {
        return blocks.stream().anyMatch(block -> block.holds(address));
    }

    private boolean holds(byte[] address) {
        return address.length == length
                && new BigInteger(1, address).shiftRight(free).equals(prefix);
    }
}
