package dev.assay.identity.forgery;

import static java.util.Objects.requireNonNull;

import dev.assay.identity.key.SigningKey;

/**
 * Somebody who runs a host and has a key of their own.
 *
 * @param url base URL of the host, without a trailing slash
 * @param key what they sign with, and what the host offers as its key set
 */
public record Attacker(String url, SigningKey key) {

    public Attacker {
        requireNonNull(url, "url");
        requireNonNull(key, "key");
    }

    /** An attacker whose host does not exist. */
    public static Attacker withoutHost(SigningKey key) {
        return new Attacker("https://attacker.invalid", key);
    }

    /** Host and port. */
    String authority() {
        return url.replaceFirst("^[a-z]+://", "");
    }
}
