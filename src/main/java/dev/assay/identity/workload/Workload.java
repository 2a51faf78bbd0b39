package dev.assay.identity.workload;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A CI job's identity: everything that a provider may put into its ID token.
 *
 * @param repository where the job runs
 * @param settings what the repository's administrators decided about its tokens
 * @param job what the workflow file says
 * @param start what started the run
 * @param run which execution this is
 */
public record Workload(Repository repository, Settings settings, Job job, Start start, Run run) {

    public Workload {
        requireNonNull(repository, "repository");
        requireNonNull(settings, "settings");
        requireNonNull(job, "job");
        requireNonNull(start, "start");
        requireNonNull(run, "run");
    }

    /** A push to the default branch, on a hosted runner, without an environment. */
    public static Workload of(Repository repository, String workflowFile) {
        return new Workload(repository, Settings.usual(), Job.in(workflowFile), Start.by("push"), Run.fresh());
    }

    public Workload withRepository(Repository other) {
        return new Workload(other, settings, job, start, run);
    }

    /** The same job in a workflow file of another name. */
    public Workload withWorkflowFile(String file) {
        return with(job.withWorkflowFile(file));
    }

    /** The same job in a workflow whose author gave it another title. */
    public Workload withWorkflowTitle(String title) {
        return with(job.withWorkflowTitle(title));
    }

    public Workload withEnvironment(String name) {
        return with(job.withEnvironment(Optional.of(name)));
    }

    public Workload withoutEnvironment() {
        return with(job.withEnvironment(Optional.empty()));
    }

    public Workload withRunner(Runner other) {
        return with(job.withRunner(other));
    }

    /** The same job, defined in a workflow that the own workflow only calls. */
    public Workload withReusableWorkflow(ReusableWorkflow other) {
        return with(job.withReusableWorkflow(other));
    }

    /** The same job started by another event, on the ref that is usual for it. */
    public Workload withEvent(String other) {
        return with(start.withEvent(other));
    }

    /** The same job on another ref, given in full ({@code refs/heads/main}); may be empty. */
    public Workload withRef(String other) {
        return with(start.withRef(other));
    }

    public Workload withSha(String other) {
        return with(start.withSha(other));
    }

    public Workload withActor(Owner other) {
        return with(start.withActor(other));
    }

    /** The same job, started by the pull request of a fork. */
    public Workload startedFromFork() {
        return with(start.withFork());
    }

    public Workload withSubjectForm(SubjectForm other) {
        return with(settings.withSubjectForm(other));
    }

    public Workload withEnterprise(Enterprise other) {
        return with(settings.withEnterprise(other));
    }

    /** The same job in a repository with one more custom property. */
    public Workload withProperty(String name, String value) {
        return with(settings.withProperty(name, value));
    }

    /** Another execution of the same job. */
    public Workload inAnotherRun() {
        return new Workload(repository, settings, job, start, Run.fresh());
    }

    private Workload with(Settings other) {
        return new Workload(repository, other, job, start, run);
    }

    private Workload with(Job other) {
        return new Workload(repository, settings, other, start, run);
    }

    private Workload with(Start other) {
        return new Workload(repository, settings, job, other, run);
    }
}
