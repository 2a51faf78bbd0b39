package dev.assay.cli;

import dev.assay.identity.key.SigningKeys;
import dev.assay.identity.provider.Provider;
import dev.assay.identity.server.ForgeServer;
import dev.assay.identity.server.IdentityProviderServer;
import dev.assay.identity.server.IssuerOptions;
import dev.assay.identity.workload.Workload;
import dev.assay.profile.Profile;
import dev.assay.run.EmbeddedRegistries;
import dev.assay.run.EmbeddedRegistries.Surroundings;
import dev.assay.run.Rehearsal;
import dev.assay.tls.ServerIdentity;
import dev.assay.tls.ThrowAwayAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves an embedded registry, for real clients. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the embedded registry of a profile, an identity provider and the endpoint where a CI job asks for its",
            "ID token, until Ctrl-C. A package is there already, with a trusted publisher for the job whose environment is",
            "printed: a real client publishes to it with no token anywhere."
        },
        footer = {
            "",
            "Examples:",
            "  assay serve pypi                              over HTTP, on a free port",
            "  assay serve pypi --tls --port 8443 --package iniconfig",
            "  assay serve pypi --tls --env-file job.env     write the environment to a file, too"
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PROFILE", description = "Name of a profile with an embedded model.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--port", paramLabel = "N", description = "Port of the registry (default: any free one).")
    private int port;

    @Option(names = "--tls", description = "Serve HTTPS with a certificate of a throw-away authority.")
    private boolean tls;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The package that the job may publish (default: ${DEFAULT-VALUE}).",
            defaultValue = "assay-demo")
    @SuppressWarnings("NullAway.Init")
    private String packageName;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "Write the job's environment to this file as soon as everything is up.")
    private Optional<Path> environmentFile = Optional.empty();

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var profile = sources.profiles().load(name);
        if (profile.embedded().isEmpty()) {
            throw new UsageProblem("profile " + profile.id() + " has no embedded model to serve");
        }
        var provider = new TargetOptions().providers(profile).get(0);
        try (var workshop = Workshop.open()) {
            serve(workshop, profile, provider);
        }
        return ExitCode.OK;
    }

    private void serve(Workshop workshop, Profile profile, Provider provider) throws IOException, InterruptedException {
        var authority =
                tls ? Optional.of(ThrowAwayAuthority.create(Clock.systemUTC())) : Optional.<ThrowAwayAuthority>empty();
        Optional<ServerIdentity> identity = authority.map(a -> a.serverIdentity("localhost", "127.0.0.1"));
        var options = IssuerOptions.with(SigningKeys.shared().supply());
        var issuerOptions = identity.map(options::overTls).orElse(options);
        try (var issuer = IdentityProviderServer.start(
                        workshop.vertx(), provider, InstantSource.system(), issuerOptions);
                var forge = ForgeServer.start(workshop.vertx());
                var registry = registry(
                        workshop,
                        profile,
                        new Surroundings(
                                Map.of(profile.rulesFor(provider.id()).name(), issuer.issuer()),
                                URI.create(forge.url()),
                                port,
                                identity,
                                authority.map(ThrowAwayAuthority::certificatePem)))) {
            var workload =
                    Workload.of(forge.createRepository(forge.createOwner("octo-org"), "octo-repo"), "release.yml");
            new Rehearsal(profile, provider, registry.baseUri(), authority.map(a -> Trust.of(a.certificate())))
                    .configure(packageName, workload);
            var environment = new TreeMap<>(issuer.environment(workload));
            authority.ifPresent(a -> certificateFile(a).forEach(environment::put));
            announce(profile, registry.baseUri(), environment);
            new CountDownLatch(1).await();
        }
    }

    private static EmbeddedRegistries.Running registry(Workshop workshop, Profile profile, Surroundings surroundings) {
        try {
            return new ReferenceRegistries(workshop.park())
                    .start(profile.embedded().orElseThrow().behaviour(), surroundings);
        } catch (IllegalStateException e) {
            throw new UsageProblem("--port " + surroundings.port()
                    + ": the port cannot be had; choose another one, or leave it out for any free one");
        }
    }

    private static Map<String, String> certificateFile(ThrowAwayAuthority authority) {
        try {
            var folder = Files.createTempDirectory("assay-serve");
            authority.saveCertificate(folder);
            var file = folder.resolve("ca.pem").toString();
            return Map.of("SSL_CERT_FILE", file, "REQUESTS_CA_BUNDLE", file, "NODE_EXTRA_CA_CERTS", file);
        } catch (IOException e) {
            throw new UsageProblem("the certificate cannot be written to the temporary folder: " + e.getMessage());
        }
    }

    private void announce(Profile profile, URI base, Map<String, String> environment) throws IOException {
        var out = spec.commandLine().getOut();
        out.println("# " + profile.title() + " at " + base + ", until Ctrl-C. In another shell:");
        var exports = new StringBuilder();
        environment.forEach((key, value) ->
                exports.append("export ").append(key).append("='").append(value).append("'\n"));
        out.print(exports);
        var command = profile.client().map(c -> c.replace("TARGET", base.toString()));
        out.println("# then, with a version of " + packageName + " at hand:");
        out.println(command.orElse("# publish with the ecosystem's own client"));
        out.flush();
        if (environmentFile.isPresent()) {
            var file = environmentFile.get();
            var partial = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(partial, exports + "export ASSAY_REGISTRY='" + base + "'\n");
            Files.move(partial, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
