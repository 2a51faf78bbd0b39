package dev.assay.registry;

import java.util.Map;
import java.util.Optional;

/** What became of one attempt. */
public sealed interface Outcome {
    /** How much of the registry's own words a line for a person repeats, in characters. */
    int SHOWN = 2000;

    /** One line for a person. */
    String describe();

    /**
     * Yes.
     *
     * @param values what the profile extracted from the answer, by name
     */
    record Granted(int status, Map<String, String> values) implements Outcome {
        public Granted {
            values = Map.copyOf(values);
        }

        /** An extracted value. */
        public Optional<String> value(String name) {
            return Optional.ofNullable(values.get(name));
        }

        @Override
        public String describe() {
            return "granted (" + status + ")";
        }
    }

    /**
     * An orderly no.
     *
     * @param values what the profile extracted from the answer: {@code code}, {@code message}
     */
    record Refused(int status, Map<String, String> values) implements Outcome {
        public Refused {
            values = Map.copyOf(values);
        }

        /** The machine-readable code, if the answer has one. */
        public Optional<String> code() {
            return Optional.ofNullable(values.get("code"));
        }

        /** The text for people, if the answer has one. */
        public Optional<String> message() {
            return Optional.ofNullable(values.get("message"));
        }

        @Override
        public String describe() {
            var code = code().map(c -> " " + Excerpt.of(c, SHOWN)).orElse("");
            var message =
                    message().map(m -> ": " + Excerpt.of(m.strip(), SHOWN)).orElse("");
            return "refused (" + status + code + message + ")";
        }
    }

    /** Neither: it crashed, did not answer, or said something that the profile does not know. */
    record Broken(Kind kind, String problem) implements Outcome {
        @Override
        public String describe() {
            return "broken (" + problem + ")";
        }
    }

    /** In what way an attempt broke. */
    enum Kind {
        /** A 5xx answer. */
        SERVER_ERROR,
        /** An orderly report of trouble elsewhere, as the profile describes it. */
        UNAVAILABLE,
        /** No complete answer in time. */
        TIMEOUT,
        /** The connection failed or was closed early. */
        CONNECTION,
        /** The registry was asked too often (429), and said nothing to what it was asked. */
        LIMITED,
        /** The answer to a yes, without something that the profile takes from it. */
        INCOMPLETE,
        /** A promise (202), of which nothing came in time. */
        UNKEPT,
        /** An answer that fits nothing the profile describes. */
        UNEXPECTED
    }

    /** Whether it is no answer but the limit on how often the registry may be asked. */
    default boolean isLimited() {
        return this instanceof Broken broken && broken.kind() == Kind.LIMITED;
    }

    /** Whether it was a promise, of which nothing came in time. */
    default boolean isUnkept() {
        return this instanceof Broken broken && broken.kind() == Kind.UNKEPT;
    }

    /** Whether it broke in no other way than that the registry reports trouble elsewhere, or kept no promise. */
    default boolean isOrderly() {
        return !(this instanceof Broken broken) || broken.kind() == Kind.UNAVAILABLE || isUnkept();
    }

    /** Whether it was a yes. */
    default boolean isGranted() {
        return this instanceof Granted;
    }
}
