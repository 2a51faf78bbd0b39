package dev.assay.reference.core;

/** Why a registry token is not good for an upload. */
public enum Objection {
    EXPIRED,
    NOT_YET_VALID,
    /** The policy behind the token does not cover the package at this moment. */
    POLICY_DOES_NOT_COVER,
    /** The package is not among those that the token was made for. */
    PACKAGE_OUT_OF_SCOPE,
    USED_UP,
    /** The account behind a long-lived token does not own the package. */
    ACCOUNT_WITHOUT_RIGHTS,
    /** The package's owners have shut long-lived tokens out. */
    LONG_LIVED_TOKENS_REFUSED,
    /** The package does not exist and the token may not create it. */
    CANNOT_CREATE,
    /** The package cannot be created under that name. */
    NAME_REFUSED,
    /** There is a file of that name with other content. */
    FILE_EXISTS,
    /** The operator has switched uploads off. */
    UPLOADS_DISABLED
}
