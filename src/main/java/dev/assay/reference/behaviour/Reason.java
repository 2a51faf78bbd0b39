package dev.assay.reference.behaviour;

/** Why an exchange is refused. A behaviour gives every reason its status, code and text. */
public enum Reason {
    /** The request itself cannot be read. */
    MALFORMED_REQUEST,
    /** The request is longer than allowed. */
    REQUEST_TOO_LONG,
    /** The ID token cannot be taken apart. */
    MALFORMED_TOKEN,
    /** The issuer is not supported. */
    UNKNOWN_ISSUER,
    /** The operator has switched trusted publishing off, or this identity provider. */
    NOT_ENABLED,
    /** The signature algorithm is not expected. */
    UNEXPECTED_ALGORITHM,
    /** The key is not among the issuer's. */
    UNKNOWN_KEY,
    /** The issuer's keys cannot be had. */
    ISSUER_UNAVAILABLE,
    /** The signature does not fit. */
    BAD_SIGNATURE,
    /** A registered claim is missing or of a wrong type. */
    BAD_REGISTERED_CLAIM,
    /** The ID token has expired. */
    EXPIRED,
    /** The ID token is from the future. */
    NOT_YET_VALID,
    /** The ID token is valid for longer than allowed. */
    LIFETIME_TOO_LONG,
    /** The ID token was made for somebody else. */
    WRONG_AUDIENCE,
    /** The ID token has been used before. */
    ALREADY_USED,
    /** A claim that is needed to match policies is missing. */
    MISSING_CLAIM,
    /** No policy names this workload. */
    NO_POLICY,
    /** A policy names this workload, but a claim does not agree with it. */
    CLAIM_MISMATCH,
    /** The run was triggered in a way that is refused. */
    REFUSED_TRIGGER,
    /** The package that a pending publisher names exists already. */
    PACKAGE_EXISTS,
    /** The package that a pending publisher names cannot be created. */
    PACKAGE_NAME_REFUSED
}
