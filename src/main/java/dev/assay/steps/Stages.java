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

    /** Whether all scenarios meet the registry with one and the same issuer. */
    default boolean shareOneIssuer() {
        return false;
    }

    /** Whether the registry may show to readers a few seconds later what it has taken. */
    default boolean readersMayLag() {
        return true;
    }

    /**
     * A stage for a scenario that changes what all share where there is only one issuer: its documents, or the time. No
     * other scenario runs meanwhile.
     */
    default Stage openAlone(String scenarioKey) {
        return open(scenarioKey);
    }
}
