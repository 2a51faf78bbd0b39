package dev.assay.cli;

import dev.assay.calibration.Bench;
import dev.assay.calibration.Candidate;
import dev.assay.calibration.Choice;
import dev.assay.calibration.Defect;
import dev.assay.calibration.InexpressibleException;
import dev.assay.identity.provider.Provider;
import dev.assay.profile.Profile;
import dev.assay.reference.behaviour.Behaviour;
import dev.assay.reference.behaviour.BehaviourException;
import dev.assay.requirement.Catalogue;
import dev.assay.result.ProfileRun;
import dev.assay.result.ScenarioResult;
import dev.assay.run.Course;
import dev.assay.run.FeatureLibrary;
import dev.assay.run.RepeatedRun;
import dev.assay.run.ScenarioInfo;
import dev.assay.run.TagSelection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Runs the suite against embedded registries of one profile, sound ones and others with a defect. */
final class EmbeddedBench implements Bench {
    private static final String SMOKE = "@smoke";

    private final Workshop workshop;
    private final Profile profile;
    private final FeatureLibrary library;
    private final TargetOptions target = new TargetOptions();
    private final Provider provider;
    private final Behaviour sound;
    private final RunnerPool runners;

    /**
     * A bench.
     *
     * @param runners what runs scenarios, shared with other benches
     */
    EmbeddedBench(Workshop workshop, Profile profile, FeatureLibrary library, RunnerPool runners) {
        this.workshop = workshop;
        this.profile = profile;
        this.library = library;
        this.runners = runners;
        this.provider = target.providers(profile).get(0);
        this.sound = Behaviour.shipped(profile.embedded().orElseThrow().behaviour());
    }

    /** Runners that are used again; each has found the step definitions once. */
    static final class RunnerPool {
        private final Catalogue catalogue;
        private final FeatureLibrary library;
        private final Queue<RepeatedRun> idle = new ConcurrentLinkedQueue<>();

        RunnerPool(Catalogue catalogue, FeatureLibrary library) {
            this.catalogue = catalogue;
            this.library = library;
        }

        RepeatedRun take() {
            return Optional.ofNullable(idle.poll()).orElseGet(() -> new RepeatedRun(catalogue, library));
        }

        void giveBack(RepeatedRun runner) {
            idle.add(runner);
        }
    }

    /** The scenarios of a library, as calibration sees them. */
    static List<Candidate> candidates(FeatureLibrary library) {
        return library.scenarios().stream().map(EmbeddedBench::candidate).toList();
    }

    private static Candidate candidate(ScenarioInfo scenario) {
        return new Candidate(
                scenario.id(), scenario.requirements(), scenario.tags().contains(SMOKE));
    }

    @Override
    public String profile() {
        return profile.id();
    }

    @Override
    public ProfileRun run(Optional<Defect> defect, Choice choice) throws InexpressibleException {
        var behaviour = defect.isEmpty() ? sound : faulty(defect.get());
        var registries = new ReferenceRegistries(workshop.park(), name -> behaviour);
        var everything = TagSelection.of(null, library);
        try (var suite = workshop.suite(profile, provider, target, everything, registries)) {
            var runner = runners.take();
            var run = runner.execute(profile, suite.description(), provider.id(), suite.worlds(), new Chosen(choice));
            runners.giveBack(runner);
            return run;
        }
    }

    private Behaviour faulty(Defect defect) throws InexpressibleException {
        try {
            var faulty = sound.with(defect.change());
            if (faulty.toJson().equals(sound.toJson())) {
                throw new InexpressibleException("the change changes nothing in the behaviour " + sound.name());
            }
            return faulty;
        } catch (BehaviourException e) {
            throw new InexpressibleException("the change does not fit the behaviour: " + e.getMessage());
        }
    }

    private record Chosen(Choice choice) implements Course {
        @Override
        public boolean wants(ScenarioInfo scenario) {
            return choice.wants(candidate(scenario));
        }

        @Override
        public double promise(ScenarioInfo scenario) {
            return choice.promise(candidate(scenario));
        }

        @Override
        public void ended(ScenarioResult scenario) {
            choice.ended(scenario);
        }
    }
}
