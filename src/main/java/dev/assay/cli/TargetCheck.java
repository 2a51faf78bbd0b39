package dev.assay.cli;

import dev.assay.registry.Pin;
import dev.assay.registry.Wire;
import dev.assay.safety.Consent;
import dev.assay.safety.Gate;
import dev.assay.safety.Gate.Admitted;
import dev.assay.safety.NotAdmittedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** Checks, before anything is forged, that a target can and may be driven, and fixes the address where it is reached. */
final class TargetCheck {
    private static final int CONNECT_TIMEOUT_MS = 3000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Gate gate;
    private final boolean operator;
    private final String runId;
    private final Function<Pin, Wire> wires;

    /**
     * A check.
     *
     * @param operator whether the user operates the registry, in so many words
     * @param wires opens a wire to one address, to ask for consent
     */
    TargetCheck(Gate gate, boolean operator, String runId, Function<Pin, Wire> wires) {
        this.gate = gate;
        this.operator = operator;
        this.runId = runId;
        this.wires = wires;
    }

    /**
     * The address that the registry is reached at, from now on and whatever its name resolves to later.
     *
     * @throws UsageProblem if it may not or cannot be driven
     */
    Pin target(URI target) {
        requireBaseUrl("--target", target);
        try {
            var host = gate.admit(target.getHost());
            var pin = new Pin(host.host(), connect(target, host.addresses()));
            if (host.isPublic() && !operator) {
                try (var wire = wires.apply(pin)) {
                    new Consent(wire).require(target, host, runId);
                }
            }
            return pin;
        } catch (NotAdmittedException e) {
            throw new UsageProblem("--target " + target + ": " + e.getMessage());
        }
    }

    /**
     * Makes sure that an issuer is the user's own: forged tokens name it, and the registry asks it for keys.
     *
     * @throws UsageProblem if nothing says so
     */
    void issuer(URI issuer) {
        requireBaseUrl("--issuer", issuer);
        try {
            var host = gate.admit(issuer.getHost());
            if (host.isPublic() && !operator) {
                throw new UsageProblem(problem(issuer, host));
            }
        } catch (NotAdmittedException e) {
            throw new UsageProblem("--issuer " + issuer + ": " + e.getMessage());
        }
    }

    private static String problem(URI issuer, Admitted host) {
        return "--issuer " + issuer + ": " + host.host()
                + " is public, and forged tokens would name it as their issuer;"
                + " if you operate it as well as the registry, add --i-operate-this-registry";
    }

    private static void requireBaseUrl(String option, URI url) {
        var isHttp = List.of("http", "https").contains(String.valueOf(url.getScheme()));
        if (url.getRawUserInfo() != null) {
            throw new UsageProblem(option + ": there is a user name or password in the URL of " + url.getHost()
                    + ", and URLs are written into reports; name credentials in the profile instead");
        }
        if (!isHttp || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new UsageProblem(option + " " + url + ": give a base URL such as https://localhost:4443");
        }
    }

    private static InetAddress connect(URI target, List<InetAddress> addresses) {
        var port = target.getPort() >= 0 ? target.getPort() : target.getScheme().equals("https") ? HTTPS : HTTP;
        var trouble = "";
        for (var address : addresses) {
            try (var socket = new Socket(Proxy.NO_PROXY)) {
                socket.connect(new InetSocketAddress(address, port), CONNECT_TIMEOUT_MS);
                return address;
            } catch (IOException e) {
                trouble = String.valueOf(e.getMessage());
            }
        }
        throw new UsageProblem("--target " + target + ": nothing answers there (" + trouble
                + "); start the registry first, or correct the URL");
    }
}
