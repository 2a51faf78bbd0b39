package dev.assay.cli;

import dev.assay.calibration.Calibration;
import dev.assay.calibration.CalibrationFile;
import dev.assay.calibration.CalibrationResult;
import dev.assay.calibration.CalibrationResult.Tried;
import dev.assay.calibration.Defect;
import dev.assay.calibration.DefectCatalogue;
import dev.assay.profile.Profile;
import dev.assay.requirement.Catalogue;
import dev.assay.result.ProfileRun;
import dev.assay.run.FeatureLibrary;
import dev.assay.run.SuiteRun;
import dev.assay.run.TagSelection;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries the suite on registries with known defects. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = {
            "Tries the suite on registries with known defects: are exactly the requirements reported that each one breaks?",
            "Missed: the suite is blind. Reported without reason: a false alarm. The sound registry must come out clean."
        },
        footer = {
            "",
            "Examples:",
            "  assay calibrate",
            "  assay calibrate pypi-strict --defect audience-prefix,replay-none",
            "",
            "Exit codes: 0 nothing missed and nothing falsely reported, 1 otherwise, 2 bad usage or environment."
        })
final class CalibrateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "PROFILE",
            description = "Profiles of sound embedded registries (default: pypi-strict).")
    private List<String> names = new ArrayList<>(List.of("pypi-strict"));

    @Option(names = "--defect", paramLabel = "ID", split = ",", description = "Only these defects.")
    private List<String> defectIds = List.of();

    @Option(
            names = "--full",
            description = "Run every scenario for every defect, not only those of the chapters it breaks.")
    private boolean full;

    @Option(
            names = "--sound-runs",
            paramLabel = "N",
            description = "How often to run the sound registry (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int soundRuns;

    @Option(names = "--threads", paramLabel = "N", description = "Defects at a time (default: two for each processor).")
    private int threads = 2 * Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where calibration.json and calibration.html go (default: ${DEFAULT-VALUE}).",
            defaultValue = "reports/calibration")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Override
    public Integer call() {
        var catalogue = Catalogue.shipped();
        var library = sources.features();
        var defects = defects();
        var console = spec.commandLine().getOut();
        var perfect = true;
        try (var workshop = Workshop.open()) {
            for (var name : names) {
                var profile = sources.profiles().load(name);
                var calibration = new Calibration(catalogue, bench(workshop, profile, catalogue, library));
                var progress = new CalibrationProgress(spec.commandLine().getErr(), defects.size());
                var result = calibration.calibrate(profile.id(), defects, full, soundRuns, threads, progress::tried);
                var file = new CalibrationFile(out).write(result, catalogue);
                print(result, file, console);
                perfect &= result.isPerfect();
            }
        }
        console.flush();
        return perfect ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private List<Defect> defects() {
        var catalogue = DefectCatalogue.shipped();
        return defectIds.isEmpty()
                ? catalogue.all()
                : defectIds.stream()
                        .map(id -> catalogue
                                .find(id)
                                .orElseThrow(() -> new UsageProblem("there is no defect '" + id
                                        + "'; the shipped ones are listed by 'assay list defects'")))
                        .toList();
    }

    private Calibration.Bench bench(Workshop workshop, Profile profile, Catalogue catalogue, FeatureLibrary library) {
        var target = new TargetOptions();
        var provider = target.providers(profile).get(0);
        var suiteRun = new SuiteRun(catalogue, library);
        return (defect, tags) -> run(workshop, profile, provider, target, suiteRun, library, defect, tags);
    }

    private static ProfileRun run(
            Workshop workshop,
            Profile profile,
            dev.assay.identity.provider.Provider provider,
            TargetOptions target,
            SuiteRun suiteRun,
            FeatureLibrary library,
            Optional<Defect> defect,
            Optional<String> tags) {
        var registries = new ReferenceRegistries(workshop.park(), defect.map(Defect::change));
        try (var suite = workshop.suite(profile, provider, target, TagSelection.of(null, library), registries)) {
            return suiteRun.execute(
                    profile,
                    suite.description(),
                    provider.id(),
                    suite.worlds(),
                    new SuiteRun.Options(
                            1, tags.map(TagExpressionParser::parse), Optional.empty(), (scenario, done, total) -> {}));
        }
    }

    private static void print(CalibrationResult result, Path file, PrintWriter console) {
        console.println();
        for (var tried : result.defects()) {
            console.printf(
                    "%-44s %-24s caught by %d of %d%n",
                    tried.id(), String.join(" ", tried.violates()), caughtBy(tried), tried.scenarios());
        }
        console.println();
        result.missed()
                .forEach(
                        c -> console.println("MISSED       " + c.defect() + " " + c.requirement() + ": " + c.reason()));
        result.falseAlarms()
                .forEach(
                        c -> console.println("FALSE ALARM  " + c.defect() + " " + c.requirement() + ": " + c.reason()));
        result.soundRuns().findings().forEach(f -> console.println("FALSE ALARM  sound registry: " + f));
        console.println(result.profile() + ": " + result.defects().size() + " defects, " + result.cells() + " cells, "
                + result.missed().size() + " missed, " + result.falseAlarms().size()
                + " false alarms; sound registry clean in "
                + (result.soundRuns().runs() - result.soundRuns().withFindings()) + " of "
                + result.soundRuns().runs()
                + " runs; " + result.durationMs() / 1000 + " s");
        console.println("Report       " + file);
    }

    private static int caughtBy(Tried tried) {
        return tried.caughtBy().size();
    }
}
