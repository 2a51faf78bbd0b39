package dev.assay.identity.server;

/** What can be wrong with the endpoint where a job asks for its token. */
public enum JobFault {
    /** All is well. */
    NONE,
    /** 401, whatever token is shown. */
    UNAUTHORIZED,
    /** 403. */
    FORBIDDEN,
    /** 500 with a text. */
    SERVER_ERROR,
    /** 200 with a web page. */
    HTML,
    /** {@code "value"} is empty. */
    EMPTY_VALUE,
    /** {@code "value"} is a number. */
    VALUE_NOT_A_STRING,
    /** A token for another audience than the one that was asked for. */
    OTHER_AUDIENCE
}
