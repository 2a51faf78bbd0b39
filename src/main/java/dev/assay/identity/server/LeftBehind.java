package dev.assay.identity.server;

/** What an issuer leaves where its key set was, when it moves it. */
public enum LeftBehind {
    /** 404. */
    NOTHING,
    /** The key set as it was then. */
    OLD_KEYS
}
