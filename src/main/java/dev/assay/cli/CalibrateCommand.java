package dev.assay.cli;

import dev.assay.calibration.Bench;
import dev.assay.calibration.Calibration;
import dev.assay.calibration.CalibrationFile;
import dev.assay.calibration.Defect;
import dev.assay.calibration.DefectCatalogue;
import dev.assay.calibration.Share;
import dev.assay.cli.EmbeddedBench.RunnerPool;
import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.requirement.Catalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Tries the suite on registries with known defects. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = {
            "Tries the suite on registries with known defects: are exactly the requirements reported that each one breaks?",
            "Missed: the suite is blind. Reported without reason: a false alarm. Sound registries must come out clean.",
            "",
            "Unless --full is given, these scenarios run for a defect:",
            "  - of the requirements that it breaks, one after another until one has failed: caught is caught;",
            "  - of every other requirement of the chapters that it touches, the first that is tagged @smoke, or else the first;",
            "  - of each chapter on the way from a policy to a version, the first scenario tagged @smoke.",
            "Which these are depends on the features and the defects alone. Sound registries always meet every scenario."
        },
        footer = {
            "",
            "Examples:",
            "  assay calibrate",
            "  assay calibrate pypi-strict --defect audience-prefix,replay-none",
            "  assay calibrate --share 1/4                       as much as a build can wait for",
            "  assay calibrate --no-defects --sound-runs 30      are the verdicts always the same?",
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
            description = "Profiles of sound embedded registries (default: all shipped ones).")
    private List<String> names = new ArrayList<>();

    @Option(names = "--defect", paramLabel = "ID", split = ",", description = "Only these defects.")
    private List<String> defectIds = List.of();

    @Option(names = "--no-defects", description = "Only run the sound registries.")
    private boolean noDefects;

    @Option(names = "--full", description = "Run every scenario for every defect. Takes many times as long.")
    private boolean full;

    @Option(
            names = "--share",
            paramLabel = "K/N",
            description = "Only the K-th of N parts of all pairs of defect and profile; each part is always the same.",
            converter = ShareConverter.class)
    private Share share = Share.EVERYTHING;

    @Option(
            names = "--sound-runs",
            paramLabel = "N",
            description = "How often to run each sound registry (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int soundRuns;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Registries at a time (default: three for each processor).")
    private int threads = 3 * Runtime.getRuntime().availableProcessors();

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
        if (threads < 1 || soundRuns < 1) {
            throw new UsageProblem("--threads and --sound-runs: give at least 1");
        }
        var catalogue = Catalogue.shipped();
        var library = sources.features();
        var defects = defects();
        var profiles = profiles(sources.profiles());
        try (var workshop = Workshop.open()) {
            var runners = new RunnerPool(catalogue, library);
            var benches = profiles.stream()
                    .<Bench>map(profile -> new EmbeddedBench(workshop, profile, library, runners))
                    .toList();
            var progress = new CalibrationProgress(spec.commandLine().getErr(), cells(defects, profiles));
            var settings = new Calibration.Settings(full, share, soundRuns, threads);
            var result = new Calibration(EmbeddedBench.candidates(library), settings)
                    .calibrate(benches, defects, progress::done);
            var page = new CalibrationFile(out).write(result, catalogue, DefectCatalogue.shipped());
            var console = spec.commandLine().getOut();
            new CalibrationSummary(console).print(result, page);
            console.flush();
            return result.isPerfect() ? ExitCode.OK : ExitCode.FINDINGS;
        }
    }

    private int cells(List<Defect> defects, List<Profile> profiles) {
        return (int) profiles.stream()
                .mapToLong(profile -> defects.stream()
                        .filter(defect -> share.has(profile.id(), defect))
                        .count())
                .sum();
    }

    private static final class ShareConverter implements ITypeConverter<Share> {
        @Override
        public Share convert(String text) {
            try {
                return Share.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    private List<Profile> profiles(Profiles known) {
        var profiles = names.isEmpty()
                ? Profiles.SHIPPED.stream()
                        .map(known::load)
                        .filter(p ->
                                p.embedded().filter(Profile.Embedded::sound).isPresent())
                        .toList()
                : names.stream().map(known::load).toList();
        profiles.stream().filter(p -> p.embedded().isEmpty()).findFirst().ifPresent(p -> {
            throw new UsageProblem(p.id() + " has no embedded model, so no defect can be put into it");
        });
        return profiles;
    }

    private List<Defect> defects() {
        if (noDefects) {
            return List.of();
        }
        var catalogue = DefectCatalogue.shipped();
        return defectIds.isEmpty()
                ? catalogue.all()
                : defectIds.stream()
                        .map(id -> catalogue
                                .find(id)
                                .orElseThrow(() -> new UsageProblem("there is no defect '" + id
                                        + "'; the shipped ones are in the directory defects of the program")))
                        .toList();
    }
}
