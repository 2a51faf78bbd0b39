package dev.assay.run;

import dev.assay.result.ScenarioResult;
import dev.assay.result.StepResult;
import dev.assay.steps.Worlds;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Listens to Cucumber and turns every scenario that ended into a result. */
final class Recorder implements ConcurrentEventListener {
    private final FeatureLibrary library;
    private final Worlds worlds;
    private final Deviations deviations;
    private final Progress progress;
    private final boolean conversations;
    private final int total;
    private final Map<UUID, List<StepResult>> steps = new ConcurrentHashMap<>();
    private final List<ScenarioResult> results = new ArrayList<>();
    private int done;

    /**
     * A listener.
     *
     * @param conversations whether to keep what was said
     * @param total how many scenarios that were selected are to come
     */
    Recorder(
            FeatureLibrary library,
            Worlds worlds,
            Deviations deviations,
            Progress progress,
            boolean conversations,
            int total) {
        this.library = library;
        this.worlds = worlds;
        this.deviations = deviations;
        this.progress = progress;
        this.conversations = conversations;
        this.total = total;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
        publisher.registerHandlerFor(TestCaseFinished.class, this::scenarioFinished);
    }

    /** The results so far, in the order of the features. */
    List<ScenarioResult> results() {
        synchronized (results) {
            return results.stream()
                    .sorted(Comparator.comparingInt(r -> library.position(r.id())))
                    .toList();
        }
    }

    void stepFinished(TestStepFinished event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            var result = event.getResult();
            steps.computeIfAbsent(event.getTestCase().getId(), id -> new ArrayList<>())
                    .add(new StepResult(
                            step.getStep().getKeyword().strip(),
                            step.getStep().getText(),
                            status(result.getStatus()),
                            Optional.ofNullable(result.getError()).map(ScenarioJudge::firstLine)));
        }
    }

    private static String status(Status status) {
        return switch (status) {
            case PASSED -> "passed";
            case SKIPPED -> "skipped";
            default -> "failed";
        };
    }

    void scenarioFinished(TestCaseFinished event) {
        var world = worlds.of(event.getTestCase().getId());
        var info = info(event.getTestCase());
        var judgement = ScenarioJudge.judge(event.getResult(), world);
        var said =
                Optional.ofNullable(steps.remove(event.getTestCase().getId())).orElse(List.of());
        var result = new ScenarioResult(
                info.id(),
                info.name(),
                info.feature(),
                info.location(),
                info.requirements(),
                judgement.verdict(),
                deviations.foretell(info, judgement.verdict()),
                judgement.reason().map(world::redact),
                event.getResult().getDuration().toMillis(),
                List.copyOf(said),
                conversations ? world.conversation() : List.of());
        synchronized (results) {
            results.add(result);
            if (result.wasSelected()) {
                progress.ended(result, ++done, total);
            }
        }
    }

    private ScenarioInfo info(TestCase testCase) {
        return library.at(testCase.getUri(), testCase.getLocation().getLine());
    }
}
