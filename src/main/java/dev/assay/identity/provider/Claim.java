package dev.assay.identity.provider;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * One claim as a provider's tokens carry it.
 *
 * @param name as in the token; may hold <code>${property}</code> for claims made from custom properties
 * @param type the JSON type of its value
 * @param value template over the workload's fields
 * @param kind whether and how the value can change
 * @param present in which tokens it occurs
 * @param other what the claim could say for somebody else's job; absent where scrambling the value does
 */
public record Claim(String name, Type type, String value, Kind kind, Presence present, Optional<String> other) {

    /** JSON types that providers use. */
    public enum Type {
        @JsonProperty("string")
        STRING,
        @JsonProperty("integer")
        INTEGER
    }

    /** What a policy may rely on. */
    public enum Kind {
        /** Defined by RFC 7519. */
        @JsonProperty("registered")
        REGISTERED,
        /** Never given to anybody else. */
        @JsonProperty("stable")
        STABLE,
        /** Can be renamed, transferred, or chosen by whoever edits the repository. */
        @JsonProperty("name")
        NAME,
        /** Belongs to one execution. */
        @JsonProperty("run")
        RUN,
        /** Can be switched to and fro. */
        @JsonProperty("state")
        STATE
    }

    /** In which tokens a claim occurs. */
    public enum Presence {
        @JsonProperty("always")
        ALWAYS,
        /** When the job declares a deployment environment. */
        @JsonProperty("with-environment")
        WITH_ENVIRONMENT,
        /** When an enterprise owns the repository. */
        @JsonProperty("with-enterprise")
        WITH_ENTERPRISE,
        /** Once for each custom property that is exposed. */
        @JsonProperty("for-each-property")
        FOR_EACH_PROPERTY
    }

    public Claim {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(value, "value");
        requireNonNull(kind, "kind");
        requireNonNull(present, "present");
        requireNonNull(other, "other");
    }
}
