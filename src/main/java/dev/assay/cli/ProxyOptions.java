package dev.assay.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Where the proxy listens that leads a registry to simulated hosts, and where else it may lead. */
final class ProxyOptions {
    @Option(
            names = "--proxy-port",
            paramLabel = "N",
            description = "Port of the proxy for a registry with hard-wired issuers (default: ${DEFAULT-VALUE}).",
            defaultValue = "9080")
    private int port = 9080;

    @Option(
            names = "--proxy-allow",
            paramLabel = "HOST",
            split = ",",
            description = "Let the registry through to this host, too; every host that is not simulated is refused"
                    + " otherwise, this machine included.")
    private List<String> allowed = List.of();

    int port() {
        return port;
    }

    Set<String> allowed() {
        return Set.copyOf(allowed);
    }
}
