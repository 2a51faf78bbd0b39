package dev.assay.safety;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Who can be meant by an address. What is not known to be near counts as public. */
public enum AddressKind {
    /** This machine. */
    LOOPBACK,
    /** A network that is not reached from outside: RFC 1918, RFC 6598 (CGNAT), RFC 4193 (ULA), link-local. */
    PRIVATE,
    /** Anybody's, including what a translator (NAT64, 6to4, Teredo) makes of it. */
    PUBLIC,
    /** No host that can be a registry: unspecified, multicast, broadcast, or a cloud's metadata service. */
    NEVER;

    private static final List<Block> NEVER_A_REGISTRY = Block.listed(
            "0.0.0.0/8",
            "224.0.0.0/4",
            "255.255.255.255/32",
            "169.254.169.254/32",
            "169.254.170.2/32",
            "100.100.100.200/32",
            "::/128",
            "ff00::/8",
            "fd00:ec2::254/128",
            "fd20:ce::254/128");
    private static final List<Block> THIS_MACHINE = Block.listed("127.0.0.0/8", "::1/128");
    private static final List<Block> NEAR = Block.listed(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "169.254.0.0/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10");

    /** The kind of an address; one of IPv4 that is written as IPv6 is what it is in IPv4. */
    public static AddressKind of(InetAddress address) {
        var bytes = plain(address);
        if (Block.anyOf(NEVER_A_REGISTRY, bytes)) {
            return NEVER;
        }
        if (Block.anyOf(THIS_MACHINE, bytes)) {
            return LOOPBACK;
        }
        return Block.anyOf(NEAR, bytes) ? PRIVATE : PUBLIC;
    }

    /** Of IPv4-mapped and IPv4-compatible addresses (RFC 4291 §2.5.5) the IPv4 address in them. */
    private static byte[] plain(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address || !((Inet6Address) address).isIPv4CompatibleAddress()) {
            return bytes;
        }
        var last = Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length);
        var isUnspecifiedOrLoopback = last[0] == 0 && last[1] == 0 && last[2] == 0 && last[3] <= 1 && last[3] >= 0;
        return isUnspecifiedOrLoopback ? bytes : last;
    }
}
