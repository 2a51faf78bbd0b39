package dev.assay.cli;

import dev.assay.document.InvalidDocumentException;
import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.report.ReportDirectory;
import dev.assay.report.ResultFile;
import dev.assay.requirement.Catalogue;
import dev.assay.run.ShardMerge;
import dev.assay.run.ShardMerge.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one result of all shards of a run. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Makes one result and one report of all shards of a run.",
        footer = {
            "",
            "Every shard has to be there exactly once. Requirements are judged on all scenarios together, as in a run",
            "that was not split.",
            "",
            "Example:",
            "  assay merge reports/ci-shard-*/result.json",
            "",
            "Exit codes: as for 'assay run', with --baseline, too; 2 if the results are not all shards of one run."
        })
final class MergeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "RESULT", description = "The result.json of every shard.")
    private List<Path> files = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes, in a folder named like the run (default: ${DEFAULT-VALUE}).",
            defaultValue = "reports")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Fail only on what became worse since this result.json, and name what became better.")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "A profile file that the shards were run with; not needed for profiles known by name.")
    private List<Path> profileFiles = List.of();

    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            description = "Look for profiles in this directory first, then among the shipped ones.")
    private Optional<Path> profiles = Optional.empty();

    @Override
    public Integer call() {
        var reader = new ResultFile();
        var pieces = files.stream()
                .map(file -> new Piece(file.toString(), reader.read(file)))
                .toList();
        var known = baseline.map(file -> new Baseline(reader.read(file), file));
        var catalogue = Catalogue.shipped();
        var command =
                "assay " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
        var merged = new ShardMerge(catalogue, profiles()).merge(pieces, AssayVersion.text(), command);
        try (var allure = AllureFolder.temporary()) {
            files.forEach(file -> collect(file.resolveSibling(ReportDirectory.ALLURE), allure.path()));
            var directory = new ReportDirectory(out).write(merged, allure.path());
            return new Ending(spec.commandLine().getOut()).of(merged, directory, known);
        }
    }

    /** Profiles given as files are found by their ids. */
    private Function<String, Profile> profiles() {
        var shipped = new Profiles(profiles);
        Map<String, Profile> given = new HashMap<>();
        profileFiles.forEach(file -> {
            var profile = shipped.load(file.toString());
            given.put(profile.id(), profile);
        });
        return id -> Optional.ofNullable(given.get(id)).orElseGet(() -> named(id, shipped));
    }

    private static Profile named(String id, Profiles shipped) {
        try {
            return shipped.load(id);
        } catch (InvalidDocumentException unknown) {
            throw new UsageProblem("the shards are of profile " + id + ", which is none of "
                    + String.join(", ", shipped.names()) + "; name its file with --profile FILE");
        }
    }

    /** Results that Allure keeps beside a shard's own; a result.json that stands alone is enough, too. */
    private static void collect(Path from, Path to) {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (var found = Files.list(from)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UsageProblem(from + " cannot be read: " + e.getMessage());
        }
    }
}
