package dev.assay.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request and its answer, without secrets: who sent what to whom, and when.
 *
 * @param number counts from 1 within the scenario
 * @param at when the request was sent
 * @param durationMs until the answer was complete, in milliseconds
 * @param from {@code maintainer}, {@code CI job}, {@code attacker}, {@code reader} or {@code registry}
 * @param to {@code registry}, {@code provisioning command}, or a server that the registry asked: {@code identity provider},
 *     {@code further}, {@code unsupported} or {@code false identity provider}, {@code forge} or {@code attacker}
 * @param purpose in a few words, such as {@code exchange of the forged token}
 * @param request what was sent
 * @param response what came back; absent when nothing did
 * @param problem why nothing came back
 * @param outcome how it was judged: {@code Granted}, {@code Refused}, {@code Broken}, with the reason
 */
public record Message(
        int number,
        Instant at,
        long durationMs,
        String from,
        String to,
        String purpose,
        Request request,
        Optional<Response> response,
        Optional<String> problem,
        Optional<String> outcome) {

    /** The same with another number. */
    public Message numbered(int other) {
        return new Message(other, at, durationMs, from, to, purpose, request, response, problem, outcome);
    }

    /** A header's name and value; a secret value is already replaced by its description. */
    public record Header(String name, String value) {}

    /**
     * What was sent.
     *
     * @param method of the HTTP request; {@code RUN} for a provisioning command
     * @param url where it went; {@code command:} and the operation for a provisioning command
     * @param body as text; what a provisioning command read
     * @param idToken the ID token it carried, decoded, without its signature
     */
    public record Request(
            String method, String url, List<Header> headers, Optional<String> body, Optional<DecodedToken> idToken) {}

    /**
     * What came back.
     *
     * @param status the HTTP status, or the exit code of a provisioning command
     * @param reason the HTTP/1.1 reason phrase, which some registries use to explain
     */
    public record Response(int status, String reason, List<Header> headers, Optional<String> body) {}

    /**
     * An ID token as shown to people: header and payload as text (JSON where it is JSON), never the signature.
     *
     * @param description what it is, such as {@code sound} or the forgery's title
     */
    public record DecodedToken(String description, String header, String payload) {}
}
