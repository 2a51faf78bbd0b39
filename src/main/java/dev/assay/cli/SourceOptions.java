package dev.assay.cli;

import dev.assay.profile.Profiles;
import dev.assay.run.FeatureLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where features and profiles come from: those that ship with the program, unless the user names a directory. */
final class SourceOptions {
    @Option(names = "--features", paramLabel = "DIR", description = "Run the features of this directory instead.")
    private @Nullable Path features;

    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            description = "Look for profiles in this directory first, then among the shipped ones.")
    private @Nullable Path profiles;

    FeatureLibrary features() {
        return features == null ? FeatureLibrary.shipped() : FeatureLibrary.of(features);
    }

    /** The profile that the user calls so. */
    NamedProfile profile(String name) {
        return new NamedProfile(name, profiles().load(name));
    }

    Profiles profiles() {
        if (profiles != null && !Files.isDirectory(profiles)) {
            throw new UsageProblem("--profiles " + profiles + ": there is no such directory");
        }
        return new Profiles(Optional.ofNullable(profiles));
    }
}
