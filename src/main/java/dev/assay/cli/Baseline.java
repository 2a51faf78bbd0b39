package dev.assay.cli;

import dev.assay.profile.Profile;
import dev.assay.result.ProfileRun;
import dev.assay.result.Result;
import dev.assay.result.Shard;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An earlier result that a run is to be compared with.
 *
 * @param result what it holds
 * @param file where it came from
 */
record Baseline(Result result, Path file) {

    /** Makes sure, before a long run, that it can be compared with this afterwards. */
    void check(List<Profile> profiles, TargetOptions target, Optional<Shard> shard) {
        result.shard()
                .filter(part -> !shard.map(Shard::scenarios).equals(Optional.of(part.scenarios())))
                .ifPresent(part -> {
                    throw new UsageProblem("--baseline " + file + " is " + part.title()
                            + ", and would call everything new that is not in it; merge all shards with 'assay merge',"
                            + " and give the merged result");
                });
        for (var profile : profiles) {
            for (var provider : target.providers(profile)) {
                if (result.runs().stream().noneMatch(run -> isOf(run, profile.id(), provider.id()))) {
                    throw new UsageProblem("--baseline " + file + " holds nothing about " + profile.id() + " with "
                            + provider.id() + ", only " + contents() + "; run without --baseline once, and keep its"
                            + " result.json as the baseline");
                }
            }
        }
    }

    private static boolean isOf(ProfileRun run, String profile, String provider) {
        return run.profile().equals(profile) && run.identityProvider().equals(provider);
    }

    private String contents() {
        return result.runs().stream()
                .map(run -> run.profile() + " with " + run.identityProvider())
                .collect(Collectors.joining(", "));
    }
}
