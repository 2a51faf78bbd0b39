package dev.assay.identity.provider;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a job asks for its token over HTTP.
 *
 * @param path template of the endpoint's path
 * @param query the query string that its URL already has
 * @param audienceParameter the query parameter in which a client names the audience
 * @param environment the job's environment variables, as templates
 * @param tokenEnvironment further variables of a job that may ask for a token
 */
public record JobSide(
        String path,
        String query,
        String audienceParameter,
        Map<String, String> environment,
        Map<String, String> tokenEnvironment) {

    public JobSide {
        requireNonNull(path, "path");
        requireNonNull(query, "query");
        requireNonNull(audienceParameter, "audienceParameter");
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        tokenEnvironment = Collections.unmodifiableMap(new LinkedHashMap<>(tokenEnvironment));
    }
}
