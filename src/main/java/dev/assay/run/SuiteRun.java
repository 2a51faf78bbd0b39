package dev.assay.run;

import dev.assay.profile.Profile;
import dev.assay.requirement.Catalogue;
import dev.assay.result.ProfileRun;
import dev.assay.result.TargetDescription;
import dev.assay.steps.Beginning;
import dev.assay.steps.Worlds;
import io.cucumber.plugin.Plugin;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the features against one registry, scenario by scenario in parallel, and judges what came of it. */
public final class SuiteRun {
    private final Catalogue catalogue;
    private final FeatureLibrary library;

    /**
     * How to run.
     *
     * @param threads how many scenarios run at once
     * @param tags leaves all scenarios out, without a trace, whose tags do not fit this expression
     * @param allureResults where Allure's results go, if anywhere
     * @param progress told of every scenario as it ends
     * @param oneIssuer whether all scenarios share one issuer: those that change it then run after the others, one at a time
     */
    public record Options(
            int threads,
            Optional<Expression> tags,
            Optional<Path> allureResults,
            Progress progress,
            boolean oneIssuer) {
        /** Every scenario has an issuer of its own. */
        public Options(int threads, Optional<Expression> tags, Optional<Path> allureResults, Progress progress) {
            this(threads, tags, allureResults, progress, false);
        }
    }

    /** The suite: what is demanded, and the scenarios that show it. */
    public SuiteRun(Catalogue catalogue, FeatureLibrary library) {
        this.catalogue = catalogue;
        this.library = library;
    }

    /**
     * Runs every scenario of the library.
     *
     * @param profile the registry
     * @param target how to describe what is driven
     * @param identityProvider id of the identity provider
     * @param worlds makes each scenario's world
     * @param options how to run
     */
    public ProfileRun execute(
            Profile profile, TargetDescription target, String identityProvider, Worlds worlds, Options options) {
        var startedAt = Instant.now();
        var deviations = new Deviations(profile);
        var recorder = new Recorder(library, worlds, deviations, options.progress(), true);
        if (options.oneIssuer()) {
            run(worlds, recorder, options, options.threads(), Optional.of("not " + Beginning.ALONE));
            run(worlds, recorder, options, 1, Optional.of(Beginning.ALONE));
        } else {
            run(worlds, recorder, options, options.threads(), Optional.empty());
        }
        return new RunJudge(catalogue, profile, deviations)
                .judge(target, identityProvider, startedAt, recorder.results());
    }

    private void run(Worlds worlds, Recorder recorder, Options options, int threads, Optional<String> part) {
        var tags = Stream.concat(options.tags().stream(), part.map(TagExpressionParser::parse).stream());
        CucumberEngine.run(library, worlds, threads, tags.toList(), plugins(recorder, options.allureResults()));
    }

    private static List<Plugin> plugins(Recorder recorder, Optional<Path> allureResults) {
        var plugins = new ArrayList<Plugin>(List.of(recorder));
        allureResults.ifPresent(directory ->
                plugins.add(new AllureCucumber7Jvm(new AllureLifecycle(new FileSystemResultsWriter(directory)))));
        return plugins;
    }
}
