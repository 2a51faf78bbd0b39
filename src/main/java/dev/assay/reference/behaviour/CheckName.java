package dev.assay.reference.behaviour;

/** The checks that an ID token can be put to. A behaviour lists those it makes, in its order. */
public enum CheckName {
    /** The text is a compact JWS over a JSON object. */
    PARSE,
    /** The issuer is one that the registry supports. */
    ISSUER,
    /** The operator has not switched the identity provider off. */
    SWITCHES,
    /** The signature was made with a key of the issuer. */
    SIGNATURE,
    /** Registered claims are present and well-typed. */
    REGISTERED_CLAIMS,
    /** Expiry, not-before and issue time. */
    TIMES,
    /** The lifetime is not over-long. */
    LIFETIME,
    /** The token was made for this registry. */
    AUDIENCE,
    /** A policy names the workload. */
    POLICY,
    /** The token has not been used before; marks it as used. */
    REPLAY
}
