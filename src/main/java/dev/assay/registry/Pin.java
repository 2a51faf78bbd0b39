package dev.assay.registry;

import java.net.InetAddress;
import java.net.URI;

/**
 * The only host that anything is sent to, and the address at which it is reached, whatever the name resolves to later.
 *
 * @param host name or address as it stands in the target's URL
 * @param address the address that was checked
 */
public record Pin(String host, InetAddress address) {

    /** Whether a URL is on that host. */
    boolean covers(URI url) {
        return host.equalsIgnoreCase(url.getHost());
    }
}
