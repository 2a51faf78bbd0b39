package dev.assay.reference.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The issuers that a registry supports. A kind of identity provider may have several, as GitHub has where an enterprise runs
 * its own.
 *
 * @param all in the order in which they are tried
 */
public record SupportedIssuers(List<Supported> all) {

    /**
     * One of them.
     *
     * @param kind of identity provider
     * @param issuer as its ID tokens name it
     */
    public record Supported(String kind, String issuer) {}

    /** Copies the list. */
    public SupportedIssuers {
        all = List.copyOf(all);
    }

    /**
     * Issuers by kind of identity provider.
     *
     * @param main one of each kind, for policies that name none
     * @param further another one of the same kind, where there is one
     */
    public static SupportedIssuers of(Map<String, String> main, Map<String, String> further) {
        return new SupportedIssuers(Stream.concat(main.entrySet().stream(), further.entrySet().stream())
                .map(entry -> new Supported(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** Their names. */
    public List<String> names() {
        return all.stream().map(Supported::issuer).toList();
    }

    /** The issuer of a kind that was asked for; the first of that kind if none was. */
    Optional<String> find(String kind, Optional<String> wanted) {
        return all.stream()
                .filter(known -> known.kind().equals(kind))
                .map(Supported::issuer)
                .filter(issuer -> wanted.isEmpty() || wanted.get().equals(issuer))
                .findFirst();
    }
}
