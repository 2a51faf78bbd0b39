package dev.assay.safety;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides whether a host may be involved in a run at all: this machine always, others when the user names them. */
public final class Gate {
    private final Resolver resolver;
    private final Set<String> allowedHosts;

    /**
     * A gate.
     *
     * @param allowedHosts what the user named with {@code --allow-host}
     */
    public Gate(Resolver resolver, List<String> allowedHosts) {
        this.resolver = resolver;
        this.allowedHosts = allowedHosts.stream().map(Gate::plain).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A host that may be involved.
     *
     * @param host as it stands in the URL
     * @param addresses all that it has; nothing else is to be connected to
     * @param isPublic whether one of them is, so that its operator has to consent
     */
    public record Admitted(String host, List<InetAddress> addresses, boolean isPublic) {}

    /**
     * Resolves a host, once, and checks all its addresses.
     *
     * @throws NotAdmittedException if it has none, one that can be no registry, or the user did not allow it
     */
    public Admitted admit(String host) throws NotAdmittedException {
        var addresses = addresses(host);
        var kinds = addresses.stream().map(AddressKind::of).collect(Collectors.toSet());
        if (kinds.contains(AddressKind.NEVER)) {
            throw new NotAdmittedException(host + " is at " + text(addresses)
                    + ": that is no registry's address (unspecified, multicast, or a cloud's metadata service); write"
                    + " 127.0.0.1 for this machine");
        }
        var isPublic = kinds.contains(AddressKind.PUBLIC);
        if (!kinds.equals(Set.of(AddressKind.LOOPBACK)) && !allowedHosts.contains(plain(host))) {
            throw new NotAdmittedException(host + " is not on this machine" + (isPublic ? " but public" : "") + " ("
                    + text(addresses) + "). Forged tokens go to other hosts only when you allow it: add --allow-host "
                    + host + (isPublic ? ", and see docs/safety.md for the consent that a public host needs" : ""));
        }
        return new Admitted(host, addresses, isPublic);
    }

    private List<InetAddress> addresses(String host) throws NotAdmittedException {
        try {
            var addresses = List.copyOf(resolver.addresses(host));
            if (!addresses.isEmpty()) {
                return addresses;
            }
        } catch (UnknownHostException e) {
            // said below
        }
        throw new NotAdmittedException("no host is called " + host);
    }

    /** The addresses, for a person. */
    static String text(List<InetAddress> addresses) {
        return addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    }

    private static String plain(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
