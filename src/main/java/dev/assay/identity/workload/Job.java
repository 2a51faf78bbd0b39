package dev.assay.identity.workload;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the workflow file says about the job.
 *
 * @param workflowFile name of the calling workflow's file under {@code .github/workflows/}
 * @param workflowTitle the workflow's {@code name}, freely chosen by its author
 * @param environment the deployment environment that the job declares
 * @param runner whose machine it runs on
 * @param reusableWorkflow the workflow that defines the job, when that is another than the calling one
 */
public record Job(
        String workflowFile,
        String workflowTitle,
        Optional<String> environment,
        Runner runner,
        Optional<ReusableWorkflow> reusableWorkflow) {

    public Job {
        requireNonNull(workflowFile, "workflowFile");
        requireNonNull(workflowTitle, "workflowTitle");
        requireNonNull(environment, "environment");
        requireNonNull(runner, "runner");
        requireNonNull(reusableWorkflow, "reusableWorkflow");
    }

    /** A job on a hosted runner, without an environment. */
    public static Job in(String workflowFile) {
        return new Job(workflowFile, "Release", Optional.empty(), Runner.HOSTED, Optional.empty());
    }

    Job withWorkflowFile(String other) {
        return new Job(other, workflowTitle, environment, runner, reusableWorkflow);
    }

    Job withWorkflowTitle(String other) {
        return new Job(workflowFile, other, environment, runner, reusableWorkflow);
    }

    Job withEnvironment(Optional<String> other) {
        return new Job(workflowFile, workflowTitle, other, runner, reusableWorkflow);
    }

    Job withRunner(Runner other) {
        return new Job(workflowFile, workflowTitle, environment, other, reusableWorkflow);
    }

    Job withReusableWorkflow(ReusableWorkflow other) {
        return new Job(workflowFile, workflowTitle, environment, runner, Optional.of(other));
    }
}
