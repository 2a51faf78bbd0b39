package dev.assay.run;

import dev.assay.result.Verdict;
import java.io.IOException;

/**
 * One way in which a registry is broken or hostile.
 *
 * @param name completes "a registry that ..."
 * @param path part of the path of the requests that it is about
 * @param answer what is done instead of answering
 * @param tls whether and how the registry is encrypted
 * @param patience whether the run has to wait for it until its time is up
 * @param tags selects the scenarios that notice
 * @param verdict of every one of them
 * @param line what their reason says
 */
record Fault(
        String name, String path, Answer answer, Tls tls, boolean patience, String tags, Verdict verdict, String line) {

    /** What is done to whoever sent a request. */
    @FunctionalInterface
    interface Answer {
        void give(HostileFront.Turn turn) throws IOException;
    }

    /** The registry's certificate. */
    enum Tls {
        /** There is none, and no encryption. */
        NONE,
        /** Good in every respect. */
        GOOD,
        /** Good in every respect, and the registry speaks HTTP/2. */
        GOOD_FOR_HTTP_2,
        /** For another host. */
        OTHER_HOST,
        /** Of an authority that nobody trusts. */
        STRANGE_AUTHORITY,
        /** Valid until a year ago. */
        EXPIRED,
        /** The registry speaks plain HTTP where TLS is expected. */
        MISSING
    }

    @Override
    public String toString() {
        return name;
    }
}
