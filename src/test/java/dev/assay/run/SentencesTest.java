package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestStepFinished;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** The sentences of the shipped features, and the methods that they call. */
class SentencesTest {

    @Test
    void everySentenceOfTheFeaturesCallsExactlyOneMethod() {
        var sentences = new Sentences();
        var library = FeatureLibrary.shipped();
        Runtime.builder()
                .withRuntimeOptions(new RuntimeOptionsBuilder()
                        .addGlue(URI.create("classpath:/dev/assay/steps"))
                        .setDryRun(true)
                        .setMonochrome()
                        .setPublishQuiet(true)
                        .setNoSummary()
                        .build())
                .withFeatureSupplier(library::features)
                .withObjectFactorySupplier(Nothing::new)
                .withAdditionalPlugins(sentences)
                .build()
                .run();

        assertThat(sentences.known).hasSizeGreaterThan(300);
        assertThat(sentences.others).isEmpty();
    }

    private static final class Sentences implements ConcurrentEventListener {
        private final Set<String> known = new ConcurrentSkipListSet<>();
        private final Map<String, Status> others = new TreeMap<>();

        @Override
        public void setEventPublisher(EventPublisher publisher) {
            publisher.registerHandlerFor(TestStepFinished.class, event -> {
                if (event.getTestStep() instanceof PickleStepTestStep step) {
                    finished(step.getStep().getText(), event.getResult().getStatus());
                }
            });
        }

        private synchronized void finished(String sentence, Status status) {
            if (status == Status.UNDEFINED || status == Status.AMBIGUOUS || status == Status.FAILED) {
                others.put(sentence, status);
            } else {
                known.add(sentence);
            }
        }
    }

    /** A dry run calls nobody. */
    private static final class Nothing implements ObjectFactory {
        @Override
        public boolean addClass(Class<?> glueClass) {
            return true;
        }

        @Override
        public <T> T getInstance(Class<T> type) {
            throw new AssertionError("a dry run needs no " + type);
        }

        @Override
        public void start() {}

        @Override
        public void stop() {}
    }
}
