package dev.assay.calibration;

import dev.assay.result.ScenarioResult;

/** Which scenarios run against one registry; it may depend on what those before have shown. */
public interface Choice {
    /** Everything. */
    Choice EVERYTHING = new Choice() {
        @Override
        public boolean wants(Candidate scenario) {
            return true;
        }

        @Override
        public double promise(Candidate scenario) {
            return 0;
        }

        @Override
        public void ended(ScenarioResult scenario) {
            // everything runs, whatever became of it
        }
    };

    /** Whether the scenario, which would be next, is to run. */
    boolean wants(Candidate scenario);

    /** How likely the scenario shows what is looked for: those with the highest number run first. */
    double promise(Candidate scenario);

    /** A scenario ended. */
    void ended(ScenarioResult scenario);
}
