package dev.assay.identity.server;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** What can be wrong with an identity provider's discovery document and key set. */
public sealed interface Fault {

    /** Whether a document is any different from a right one because of this. */
    default boolean concerns(IssuerDocument document) {
        return true;
    }

    /** Faults without a measure. */
    enum Kind implements Fault {
        /** All is well. */
        NONE,
        /** 500 with a text. */
        SERVER_ERROR,
        /** 404. */
        NOT_FOUND,
        /** 200 with octets that are no JSON. */
        GARBAGE,
        /** 200 with a web page. */
        HTML,
        /** 200 with an empty body. */
        EMPTY_BODY,
        /** The right document, cut off in the middle. */
        TRUNCATED,
        /** JSON nested 100 000 levels deep. */
        DEEPLY_NESTED,
        /** The right document followed by 8 MiB of blanks. */
        HUGE,
        /** A key set without keys. */
        EMPTY_KEYS,
        /** A key set whose member {@code keys} is missing. */
        NO_KEYS_MEMBER,
        /** A key set whose member {@code keys} is an object. */
        KEYS_NOT_A_LIST,
        /** The discovery document names another issuer. */
        WRONG_ISSUER,
        /** The discovery document names the issuer with a slash behind it. */
        ISSUER_WITH_SLASH,
        /** The discovery document does not say where the keys are. */
        NO_KEY_SET_URL,
        /** Every connection is closed before an answer. */
        UNREACHABLE;

        @Override
        public boolean concerns(IssuerDocument document) {
            return switch (this) {
                case NONE -> false;
                case EMPTY_KEYS, NO_KEYS_MEMBER, KEYS_NOT_A_LIST -> document == IssuerDocument.KEY_SET;
                case WRONG_ISSUER, ISSUER_WITH_SLASH, NO_KEY_SET_URL -> document == IssuerDocument.DISCOVERY;
                default -> true;
            };
        }
    }

    /**
     * The right answer, late.
     *
     * @param delay before the first octet
     */
    record Slow(Duration delay) implements Fault {
        public Slow {
            requireNonNull(delay, "delay");
        }
    }

    /**
     * The right answer, an octet at a time.
     *
     * @param pause before each octet
     */
    record Dripping(Duration pause) implements Fault {
        public Dripping {
            requireNonNull(pause, "pause");
        }
    }

    /**
     * 302 to somewhere else.
     *
     * @param location the whole URL
     */
    record Redirect(String location) implements Fault {
        public Redirect {
            requireNonNull(location, "location");
        }
    }

    /**
     * The discovery document says that the keys are somewhere else.
     *
     * @param url the whole URL
     */
    record KeySetElsewhere(String url) implements Fault {
        public KeySetElsewhere {
            requireNonNull(url, "url");
        }

        @Override
        public boolean concerns(IssuerDocument document) {
            return document == IssuerDocument.DISCOVERY;
        }
    }
}
