package dev.assay.identity.workload;

import static java.util.Objects.requireNonNull;

/**
 * A workflow that another workflow calls; its file defines the job.
 *
 * @param repository owner and name of the repository that holds the file
 * @param file name of the file under {@code .github/workflows/}
 * @param ref full ref or commit at which the caller asks for it
 * @param sha commit that the ref names
 */
public record ReusableWorkflow(String repository, String file, String ref, String sha) {

    public ReusableWorkflow {
        requireNonNull(repository, "repository");
        requireNonNull(file, "file");
        requireNonNull(ref, "ref");
        requireNonNull(sha, "sha");
    }
}
