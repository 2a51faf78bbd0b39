package dev.assay.safety;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface Resolver {
    /** The machine's own. */
    Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * Every address that a host has now.
     *
     * @param host a name, or an address, the one of IPv6 in brackets
     * @throws UnknownHostException if it has none
     */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
