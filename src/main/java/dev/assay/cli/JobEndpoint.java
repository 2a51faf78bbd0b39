package dev.assay.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Where a CI job asks for its ID token, as its environment says. */
record JobEndpoint(URI url, String requestToken) {

    static Optional<JobEndpoint> fromEnvironment(Map<String, String> environment) {
        var url = environment.get("ACTIONS_ID_TOKEN_REQUEST_URL");
        var token = environment.get("ACTIONS_ID_TOKEN_REQUEST_TOKEN");
        return url == null || token == null ? Optional.empty() : Optional.of(new JobEndpoint(URI.create(url), token));
    }

    /** A fresh ID token. */
    String fetch(Optional<String> audience) {
        var query = audience.map(a -> "&audience=" + URLEncoder.encode(a, StandardCharsets.UTF_8))
                .orElse("");
        var request = HttpRequest.newBuilder(URI.create(url + query))
                .header("Authorization", "Bearer " + requestToken)
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            var value = new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(answer.body())
                    .path("value");
            if (answer.statusCode() != 200 || !value.isTextual()) {
                throw new UsageProblem(url + " answered " + answer.statusCode() + " instead of an ID token");
            }
            return value.asText();
        } catch (IOException e) {
            throw new UsageProblem(
                    "ACTIONS_ID_TOKEN_REQUEST_URL=" + url + ": nothing answers there; is 'assay serve' running?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageProblem("interrupted");
        }
    }
}
