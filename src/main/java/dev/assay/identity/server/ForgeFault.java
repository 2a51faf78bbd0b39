package dev.assay.identity.server;

/** What can be wrong with a forge. */
public enum ForgeFault {
    /** All is well. */
    NONE,
    /** 500. */
    SERVER_ERROR,
    /** 404, whoever is asked for. */
    NOT_FOUND,
    /** 429: somebody has asked too often. */
    TOO_MANY_REQUESTS,
    /** 200 with what is no JSON. */
    GARBAGE,
    /** 200 with an object that says nothing. */
    NO_ID,
    /** No answer at all, and the connection stays open. */
    SILENCE
}
