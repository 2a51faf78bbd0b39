package dev.assay.identity.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkloadTest {
    @Test
    void anotherRunOfAJobDiffersFromItInNothingElse() {
        var repository = new Repository(new Owner("octo-org", 65), "octo-repo", 74, Visibility.PUBLIC);
        var job = Workload.of(repository, "release.yml").withEnvironment("production");

        var again = job.inAnotherRun();

        assertThat(again.run().id()).isNotEqualTo(job.run().id());
        assertThat(again.run().checkRunId()).isNotEqualTo(job.run().checkRunId());
        assertThat(again).usingRecursiveComparison().ignoringFields("run").isEqualTo(job);
    }
}
