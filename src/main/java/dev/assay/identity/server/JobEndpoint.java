package dev.assay.identity.server;

import dev.assay.identity.provider.Provider;
import dev.assay.identity.token.TokenMint;
import dev.assay.identity.token.TokenRequest;
import dev.assay.identity.workload.Workload;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Where CI jobs ask for their ID tokens (actions/toolkit {@code packages/core/src/oidc-utils.ts}). */
final class JobEndpoint {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+) *");
    /** Fifty characters, as in GitHub's URLs. */
    private static final int RUNNER_NAME_OCTETS = 37;

    private static final int TOKEN_OCTETS = 48;

    private final Vertx vertx;
    private final Provider provider;
    private final TokenMint mint;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, CiJob> jobs = new ConcurrentHashMap<>();
    private volatile JobFault fault = JobFault.NONE;

    JobEndpoint(Vertx vertx, Provider provider, TokenMint mint) {
        this.vertx = vertx;
        this.provider = provider;
        this.mint = mint;
    }

    void behave(JobFault other) {
        fault = other;
    }

    /** Starts a job. */
    CiJob open(Workload workload, String serverUrl) {
        var jobSide = provider.jobSide();
        var fields = provider.fields(workload);
        var path = fields.fill(
                jobSide.path(),
                Map.of(
                        "runnerName", secret(RUNNER_NAME_OCTETS),
                        "planId", UUID.randomUUID().toString(),
                        "jobId", UUID.randomUUID().toString()));
        var endpoint =
                Map.of("requestUrl", serverUrl + path + "?" + jobSide.query(), "requestToken", secret(TOKEN_OCTETS));
        var environment = new HashMap<String, String>();
        jobSide.environment().forEach((name, value) -> environment.put(name, fields.fill(value)));
        if (mayAsk(workload)) {
            jobSide.tokenEnvironment().forEach((name, value) -> environment.put(name, fields.fill(value, endpoint)));
        }
        var job = new CiJob(
                workload,
                endpoint.getOrDefault("requestUrl", ""),
                endpoint.getOrDefault("requestToken", ""),
                environment);
        jobs.put(path, job);
        return job;
    }

    /** Whether a path is some job's. */
    boolean serves(String path) {
        return jobs.containsKey(path);
    }

    void answer(HttpServerRequest request) {
        var job = Optional.ofNullable(jobs.get(request.path()));
        if (!HttpMethod.GET.equals(request.method())) {
            request.response().setStatusCode(405).end();
        } else if (fault == JobFault.FORBIDDEN) {
            request.response().setStatusCode(403).end();
        } else if (fault == JobFault.UNAUTHORIZED || job.isEmpty() || !isFrom(job.get(), request)) {
            request.response().setStatusCode(401).end();
        } else if (fault == JobFault.SERVER_ERROR) {
            request.response()
                    .setStatusCode(500)
                    .putHeader("Content-Type", "text/plain")
                    .end("Internal Server Error");
        } else if (fault == JobFault.HTML) {
            request.response().putHeader("Content-Type", "text/html").end("<!doctype html><title>Sign in</title>");
        } else {
            issue(job.get().workload(), request);
        }
    }

    private void issue(Workload workload, HttpServerRequest request) {
        var asked = Optional.ofNullable(request.getParam(provider.jobSide().audienceParameter()))
                .filter(audience -> !audience.isEmpty());
        vertx.executeBlocking(() -> reply(workload, asked), false)
                .onSuccess(reply -> Answers.json(request.response(), reply))
                .onFailure(problem -> request.response().setStatusCode(500).end(String.valueOf(problem.getMessage())));
    }

    private String reply(Workload workload, Optional<String> audience) {
        var wanted = fault == JobFault.OTHER_AUDIENCE ? Optional.of("https://audience.invalid") : audience;
        var token = wanted.map(name -> TokenRequest.of(workload, name)).orElseGet(() -> TokenRequest.of(workload));
        Object value = switch (fault) {
            case EMPTY_VALUE -> "";
            case VALUE_NOT_A_STRING -> 1;
            default -> mint.mint(token).compact();
        };
        return new JsonObject()
                .put("count", value.toString().length())
                .put("value", value)
                .encode();
    }

    private boolean mayAsk(Workload workload) {
        return !workload.start().fromFork()
                || provider.trigger(workload.start().event()).tokenForForks();
    }

    private static boolean isFrom(CiJob job, HttpServerRequest request) {
        var header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        var bearer = BEARER.matcher(header);
        return bearer.matches() && bearer.group(1).equals(job.requestToken());
    }

    private String secret(int octets) {
        var bytes = new byte[octets];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
