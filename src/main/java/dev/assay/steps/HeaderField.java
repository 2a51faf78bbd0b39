package dev.assay.steps;

import dev.assay.identity.token.IdToken;
import dev.assay.profile.Operation;
import dev.assay.profile.Profile;

/** What an ID token cannot be like where it travels in a header field (RFC 9110 §5.5). */
final class HeaderField {
    private static final int LONGEST = 4 << 20;

    private HeaderField() {}

    /** Returns if the token arrives as it was made. */
    static void requiresThatItCarries(IdToken token, Profile profile) {
        var text = token.compact();
        if (!isUsedBy(profile)) {
            return;
        }
        if (!text.strip().equals(text) || text.chars().anyMatch(Character::isISOControl)) {
            throw new Inapplicable("an ID token for " + profile.title()
                    + " travels in a header field, which holds no control characters and no blanks around its value");
        }
        if (text.length() > LONGEST) {
            throw new Inapplicable("an ID token for " + profile.title()
                    + " travels in a header field, and servers hang up long before one of that size ends");
        }
    }

    private static boolean isUsedBy(Profile profile) {
        return profile.exchange()
                .map(operation -> holds(operation, "{idToken"))
                .orElseGet(() -> holds(profile.publish().operation(), "{token"));
    }

    private static boolean holds(Operation operation, String value) {
        return operation.request().headers().values().stream().anyMatch(header -> header.contains(value))
                || operation.before().stream().anyMatch(first -> holds(first, value));
    }
}
