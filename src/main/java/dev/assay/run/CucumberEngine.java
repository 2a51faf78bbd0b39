package dev.assay.run;

import dev.assay.steps.Worlds;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import io.cucumber.tagexpressions.Expression;
import java.net.URI;
import java.util.List;

/** Cucumber, in this process. */
final class CucumberEngine {
    private static final URI GLUE = URI.create("classpath:/dev/assay/steps");

    private CucumberEngine() {}

    /** Runs the scenarios of a library whose tags fit all expressions, each in a world of its own. */
    static void run(FeatureLibrary library, Worlds worlds, int threads, List<Expression> tags, List<Plugin> plugins) {
        var options = options().setThreads(threads);
        tags.forEach(options::addTagFilter);
        var objects = ThreadLocal.withInitial(() -> new ScenarioObjects(worlds::next));
        var classLoader = Thread.currentThread().getContextClassLoader();
        Runtime.builder()
                .withRuntimeOptions(options.build())
                .withClassLoader(() -> classLoader)
                .withFeatureSupplier(library::features)
                .withObjectFactorySupplier(objects::get)
                .withAdditionalPlugins(plugins.toArray(Plugin[]::new))
                .build()
                .run();
    }

    /** Where the step definitions are, and that nothing is to be printed. */
    static RuntimeOptionsBuilder options() {
        return new RuntimeOptionsBuilder()
                .addGlue(GLUE)
                .setMonochrome()
                .setPublishQuiet(true)
                .setNoSummary();
    }
}
