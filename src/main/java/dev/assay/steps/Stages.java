package dev.assay.steps;

/** Where a scenario meets its registry. */
@FunctionalInterface
public interface Stages {
    /**
     * A stage for one scenario.
     *
     * @param scenarioKey short key of the scenario, the same in every run
     */
    Stage open(String scenarioKey);
}
