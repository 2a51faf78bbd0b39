package dev.assay.reference.dialect.pypi;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The caveats that the index writes into its tokens (pypi/warehouse warehouse/macaroons/caveats/__init__.py). */
final class Caveats {

    static final int EXPIRATION = 0;
    static final int PROJECT_NAMES = 1;
    static final int PROJECT_IDS = 2;
    static final int USER = 3;
    static final int PUBLISHER = 4;

    private Caveats() {}

    static String publisher(UUID publisher) {
        return "[%d,\"%s\",null]".formatted(PUBLISHER, publisher);
    }

    static String projects(List<UUID> ids) {
        return ids.stream()
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(",", "[" + PROJECT_IDS + ",[", "]]"));
    }

    static String names(List<String> names) {
        return names.stream()
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(",", "[" + PROJECT_NAMES + ",[", "]]"));
    }

    static String expiration(Instant expiresAt, Instant notBefore) {
        return "[%d,%d,%d]".formatted(EXPIRATION, expiresAt.getEpochSecond(), notBefore.getEpochSecond());
    }

    static String user(String account) {
        return "[%d,\"%s\"]".formatted(USER, account);
    }
}
