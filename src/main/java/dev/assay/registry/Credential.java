package dev.assay.registry;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a value has to look like before Assay takes it for a token and sends it back in a header. */
final class Credential {
    /** Names of extracted values that are secrets. */
    static final Set<String> NAMES = Set.of("token", "session");

    private static final int LONGEST = 16 << 10;
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern SESSION = Pattern.compile("[\\x20-\\x7e]+");

    private Credential() {}

    /** What is wrong with an extracted value, if it should be a credential. The value itself is not told. */
    static Optional<String> flaw(String name, Object value) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            return Optional.of("the " + name + " is no string of the answer's JSON");
        }
        if (text.isEmpty()) {
            return Optional.of("the " + name + " is empty");
        }
        if (text.length() > LONGEST) {
            return Optional.of("the " + name + " is " + text.length() + " characters long, more than the " + LONGEST
                    + " that a header can be trusted to carry");
        }
        var fits = name.equals("token") ? TOKEN : SESSION;
        return fits.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("the " + name + " has characters that cannot stand in a header");
    }
}
