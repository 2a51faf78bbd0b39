package dev.assay.identity.server;

import static java.util.Objects.requireNonNull;

import dev.assay.identity.workload.Workload;
import java.util.Map;

/**
 * A running CI job, as a publishing tool inside it sees the world.
 *
 * @param workload which job
 * @param requestUrl where it can ask for ID tokens; has a query string already
 * @param requestToken what it has to show there; a secret
 * @param environment its environment variables; without those for the token endpoint if the job may not ask for tokens
 */
public record CiJob(Workload workload, String requestUrl, String requestToken, Map<String, String> environment) {

    public CiJob {
        requireNonNull(workload, "workload");
        requireNonNull(requestUrl, "requestUrl");
        requireNonNull(requestToken, "requestToken");
        environment = Map.copyOf(environment);
    }

    /** Without the request token. */
    @Override
    public String toString() {
        return "CiJob[" + workload.repository().fullName() + ", " + requestUrl + "]";
    }
}
