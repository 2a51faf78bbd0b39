package dev.assay.identity.server;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Somebody asked a server for something.
 *
 * @param method HTTP method
 * @param path with the query, if there was one
 * @param client the {@code User-Agent}, empty when none was sent
 * @param at wall-clock time
 */
public record Fetch(String method, String path, String client, Instant at) {

    public Fetch {
        requireNonNull(method, "method");
        requireNonNull(path, "path");
        requireNonNull(client, "client");
        requireNonNull(at, "at");
    }
}
