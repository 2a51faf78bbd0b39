package dev.assay.identity.server;

/** What an issuer publishes. */
public enum IssuerDocument {
    DISCOVERY,
    KEY_SET
}
