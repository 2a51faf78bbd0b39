package dev.assay.cli;

import dev.assay.calibration.Choice;
import dev.assay.calibration.InexpressibleException;
import dev.assay.cli.EmbeddedBench.RunnerPool;
import dev.assay.identity.key.SigningKeys;
import dev.assay.loopback.LoopbackServers;
import dev.assay.registry.Wire;
import dev.assay.requirement.Catalogue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a scenario costs, in units that are measured in the same minute on the same machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Says what a scenario costs, in RSA signatures and HTTP round trips of the same machine.",
        footer = {"", "Example:", "  assay bench pypi-strict", "", "Exit codes: 0 measured, 2 bad usage or environment."
        })
final class BenchCommand implements Callable<Integer> {
    private static final int SIGNATURES = 500;
    private static final int ROUND_TRIPS = 1000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PROFILE",
            defaultValue = "pypi-strict",
            description = "An embedded profile.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Measured runs, after one that is not.")
    private int runs;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    private interface Work {
        void go() throws GeneralSecurityException, InexpressibleException, Wire.NoAnswerException;
    }

    @Override
    public Integer call() throws Exception {
        var library = sources.features();
        try (var workshop = Workshop.open();
                var servers = new LoopbackServers(workshop.vertx());
                var wire = Wire.open(Duration.ofSeconds(10), Optional.empty())) {
            var pool = new RunnerPool(Catalogue.shipped(), library);
            var bench = new EmbeddedBench(workshop, sources.profiles().load(name), library, pool);
            var key = SigningKeys.shared().supply().next().privateKey();
            var address = servers.listen(request -> request.response().end("{}"));
            var request = new Wire.Request("GET", URI.create(address.url() + "/"), List.of(), new byte[0]);

            var scenario = each(runs, () -> bench.run(Optional.empty(), Choice.EVERYTHING))
                    / library.scenarios().size();
            var signature = each(SIGNATURES, () -> sign(key));
            var roundTrip = each(ROUND_TRIPS, () -> wire.send(request));
            var console = spec.commandLine().getOut();
            console.printf(Locale.ROOT, "RSA signature    %8.3f ms%n", signature);
            console.printf(Locale.ROOT, "HTTP round trip  %8.3f ms%n", roundTrip);
            console.printf(
                    Locale.ROOT,
                    "Scenario         %8.3f ms, as much as %.1f signatures or %.1f round trips%n",
                    scenario,
                    scenario / signature,
                    scenario / roundTrip);
            console.flush();
            return ExitCode.OK;
        }
    }

    /** Milliseconds each time, after one time that is not measured. */
    private static double each(int times, Work work) throws Exception {
        work.go();
        var begin = System.nanoTime();
        for (var i = 0; i < times; i++) {
            work.go();
        }
        return (System.nanoTime() - begin) / 1e6 / times;
    }

    private static void sign(PrivateKey key) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update("header.payload".getBytes(StandardCharsets.US_ASCII));
        signature.sign();
    }
}
