package dev.assay.run;

import dev.assay.result.ScenarioResult;

/** Decides, while a run goes on, which scenarios still take part in it. */
public interface Course {
    /** Every scenario takes part. */
    Course COMPLETE = new Course() {
        @Override
        public boolean wants(ScenarioInfo scenario) {
            return true;
        }

        @Override
        public double promise(ScenarioInfo scenario) {
            return 0;
        }

        @Override
        public void ended(ScenarioResult scenario) {
            // no result changes what takes part
        }
    };

    /** Whether the scenario, which would be next, takes part. */
    boolean wants(ScenarioInfo scenario);

    /** How likely the scenario shows what the course looks for: those with the highest number come first. */
    double promise(ScenarioInfo scenario);

    /** A scenario ended. */
    void ended(ScenarioResult scenario);
}
