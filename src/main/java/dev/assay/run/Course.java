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
        public void ended(ScenarioResult scenario) {
            // no result changes what takes part
        }
    };

    /** Whether the scenario, which would be next, takes part. */
    boolean wants(ScenarioInfo scenario);

    /** A scenario ended. */
    void ended(ScenarioResult scenario);
}
