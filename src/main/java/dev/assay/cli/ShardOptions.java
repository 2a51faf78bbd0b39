package dev.assay.cli;

import dev.assay.report.ResultFile;
import dev.assay.result.Result;
import dev.assay.result.Shard;
import dev.assay.run.FeatureLibrary;
import dev.assay.run.ShardPlan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which part of the suite to run. */
final class ShardOptions {
    @Option(
            names = "--shard",
            paramLabel = "I/N",
            converter = Part.Reader.class,
            description =
                    "Run only the I-th of N parts of the suite, such as 1/3; 'assay merge' makes one result of all.")
    private Optional<Part> part = Optional.empty();

    @Option(
            names = "--durations",
            paramLabel = "FILE",
            description = "Make the parts take equally long by this result.json (default: the baseline's durations, or"
                    + " equal numbers of scenarios). Give every part the same file.")
    private Optional<Path> durations = Optional.empty();

    /**
     * The I-th of N.
     *
     * @param index from 1
     */
    record Part(int index, int count) {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

        /** Reads {@code 1/3}. */
        static final class Reader implements ITypeConverter<Part> {
            @Override
            public Part convert(String text) {
                var matcher = FORM.matcher(text);
                if (matcher.matches()) {
                    var part = new Part(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
                    if (part.index >= 1 && part.index <= part.count) {
                        return part;
                    }
                }
                throw new TypeConversionException(
                        "'" + text + "' is no part of the suite; give I/N with I from 1 to N, such as 1/3");
            }
        }
    }

    /** The part of a library's scenarios to run; absent for all of them. */
    Optional<Shard> of(FeatureLibrary library, Optional<Result> baseline) {
        if (part.isEmpty() && durations.isPresent()) {
            throw new UsageProblem("--durations balances the parts of --shard I/N; give both or neither");
        }
        return part.map(chosen -> {
            if (chosen.count() > library.scenarios().size()) {
                throw new UsageProblem("--shard " + chosen.index() + "/" + chosen.count() + ": there are only "
                        + library.scenarios().size() + " scenarios to share");
            }
            return plan(library, baseline).shard(chosen.index(), chosen.count());
        });
    }

    private ShardPlan plan(FeatureLibrary library, Optional<Result> baseline) {
        return durations
                .map(file -> new ResultFile().read(file))
                .or(() -> baseline)
                .map(earlier -> ShardPlan.byDurations(library.scenarios(), earlier))
                .orElseGet(() -> ShardPlan.byNumber(library.scenarios()));
    }
}
