package dev.assay.identity.workload;

/** Whose machine a job runs on. */
public enum Runner {
    HOSTED("github-hosted"),
    SELF_HOSTED("self-hosted");

    private final String spelling;

    Runner(String spelling) {
        this.spelling = spelling;
    }

    /** As GitHub's tokens spell it. */
    @Override
    public String toString() {
        return spelling;
    }
}
