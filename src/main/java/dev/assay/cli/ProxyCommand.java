package dev.assay.cli;

import dev.assay.identity.provider.ProviderCatalogue;
import dev.assay.proxy.Refusals;
import dev.assay.run.HardWiredHosts;
import dev.assay.tls.ThrowAwayAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Leads a registry with hard-wired issuers to simulated ones. */
@Command(
        name = "proxy",
        mixinStandardHelpOptions = true,
        description = {
            "For a registry whose issuers are compiled in (https://token.actions.githubusercontent.com): answers for the",
            "hosts of identity providers and forges under certificates of a throw-away authority, and opens a proxy that",
            "leads to them and nowhere else, until Ctrl-C. Prints the environment to start the registry in."
        },
        footer = {
            "",
            "Examples:",
            "  assay proxy --prepare --issuer-tls tls --for python  make the authority, print the environment, and end;",
            "                                                       start the registry in it, and then:",
            "  assay run my.yaml --target http://localhost:8080 --hard-wired --issuer-tls tls",
            "  assay proxy --for node                               try a registry by hand; the authority's key stays",
            "                                                       in memory, and its certificate goes to --ca-out"
        })
final class ProxyCommand implements Callable<Integer> {
    private static final String EVERY = "all";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ArgGroup(validate = false)
    private final ProxyOptions options = new ProxyOptions();

    @Option(
            names = "--issuer-tls",
            paramLabel = "DIR",
            description = "Folder that keeps the authority with its key (readable by you alone), so that 'assay run"
                    + " --hard-wired' has the same; made when missing.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--ca-out",
            paramLabel = "FILE",
            description = "Where the authority's certificate goes without --issuer-tls (default: ${DEFAULT-VALUE}).",
            defaultValue = "reports/proxy/ca.pem")
    @SuppressWarnings("NullAway.Init")
    private Path certificate;

    @Option(
            names = "--for",
            paramLabel = "RUNTIME",
            description = "What the registry is written in: python, node, rust, ruby, go, java, dotnet, or all"
                    + " (default: ${DEFAULT-VALUE}).",
            defaultValue = EVERY)
    @SuppressWarnings("NullAway.Init")
    private String runtime;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "Write the environment to this file, too; for all runtimes at once unless --for names one.")
    private Optional<Path> environmentFile = Optional.empty();

    @Option(
            names = "--prepare",
            description = "Make the authority, print the environment, and end: 'assay run --hard-wired' opens the proxy"
                    + " itself. Needs --issuer-tls.")
    private boolean prepare;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var runtimes = runtimes();
        if (prepare && folder.isEmpty()) {
            throw new UsageProblem("--prepare: give --issuer-tls DIR, where a run finds the authority again");
        }
        if (prepare && options.port() == 0) {
            throw new UsageProblem("--proxy-port 0: a run cannot open the port that was meant; choose one");
        }
        var authority = authority();
        if (prepare) {
            announce("http://127.0.0.1:" + options.port(), options.port(), runtimes);
        } else {
            serve(authority, runtimes);
        }
        return ExitCode.OK;
    }

    private List<RegistryRuntime> runtimes() {
        var wanted = runtime.toUpperCase(Locale.ROOT);
        var chosen = Arrays.stream(RegistryRuntime.values())
                .filter(each -> runtime.equals(EVERY) || each.name().equals(wanted))
                .toList();
        if (chosen.isEmpty()) {
            throw new UsageProblem(
                    "--for " + runtime + ": known are python, node, rust, ruby, go, java, dotnet and all");
        }
        return chosen;
    }

    private ThrowAwayAuthority authority() throws IOException {
        if (folder.isPresent()) {
            certificate = folder.get().resolve("ca.pem");
            return AuthorityFolder.authority(folder.get());
        }
        var authority = ThrowAwayAuthority.create(Clock.systemUTC());
        write(certificate, authority.certificatePem());
        return authority;
    }

    private void serve(ThrowAwayAuthority authority, List<RegistryRuntime> runtimes)
            throws IOException, InterruptedException {
        var err = spec.commandLine().getErr();
        var refusals = new Refusals(destination -> {
            err.println("assay: refused to lead to " + destination + "; --proxy-allow lets it through");
            err.flush();
        });
        try (var workshop = Workshop.open();
                var hosts = new HardWiredHosts(
                        workshop.vertx(), ProviderCatalogue.shipped().all());
                var proxy = HardWiredTarget.proxy(workshop.vertx(), hosts.names(), authority, options, refusals)) {
            spec.commandLine()
                    .getOut()
                    .println("# A proxy that answers for "
                            + String.join(", ", hosts.names().names()) + ", until Ctrl-C.");
            announce(proxy.url(), java.net.URI.create(proxy.url()).getPort(), runtimes);
            new CountDownLatch(1).await();
        }
    }

    private void announce(String proxy, int port, List<RegistryRuntime> runtimes) throws IOException {
        var out = spec.commandLine().getOut();
        var authority = certificate.toAbsolutePath().normalize().toString();
        var everything = new LinkedHashMap<>(RegistryRuntime.proxyVariables(proxy));
        out.println("# The environment for the registry:");
        out.print(exports(everything));
        for (var each : runtimes) {
            out.println("# " + each.name().toLowerCase(Locale.ROOT) + ": "
                    + each.note(authority).replace("\n", "\n#   "));
            out.print(exports(each.variables(port, authority)));
            everything.putAll(each.variables(port, authority));
        }
        out.flush();
        if (environmentFile.isPresent()) {
            write(environmentFile.get(), exports(everything));
        }
    }

    private static String exports(Map<String, String> environment) {
        var lines = new StringBuilder();
        environment.forEach((name, value) ->
                lines.append("export ").append(name).append("='").append(value).append("'\n"));
        return lines.toString();
    }

    /** Nobody ever sees half a file. */
    private static void write(Path file, String content) throws IOException {
        var target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        var partial = target.resolveSibling(target.getFileName() + ".part");
        Files.writeString(partial, content);
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
