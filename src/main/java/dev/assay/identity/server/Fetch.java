package dev.assay.identity.server;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody asked a server for something.
 *
 * @param what in a few words, such as {@code the key set}
 * @param method HTTP method
 * @param url where, as it was asked for
 * @param client the {@code User-Agent}, empty when none was sent
 * @param at wall-clock time
 * @param answer what came of it; absent as long as it is not answered
 */
public record Fetch(String what, String method, String url, String client, Instant at, Optional<Answered> answer) {

    public Fetch {
        requireNonNull(what, "what");
        requireNonNull(method, "method");
        requireNonNull(url, "url");
        requireNonNull(client, "client");
        requireNonNull(at, "at");
        requireNonNull(answer, "answer");
    }

    /**
     * The end of an answer, or of the connection that it was due on.
     *
     * @param status of HTTP; 0 if not even that was sent
     * @param whole whether all of it was sent
     * @param took since the request came
     */
    public record Answered(int status, boolean whole, Duration took) {}
}
