package dev.assay.probe;

import dev.assay.profile.Profile.TokenPromise;
import dev.assay.registry.Outcome.Granted;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where a registry token differs from what the profile promises of it; the suite would call that a finding. */
final class TokenHints {
    private static final int SHOWN = 4;
    /** As a point in time that would be 2001 or before. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]+)?");

    private final TokenPromise promise;

    TokenHints(TokenPromise promise) {
        this.promise = promise;
    }

    List<String> of(String token, Granted granted) {
        var hints = new ArrayList<String>();
        promise.prefix()
                .filter(prefix -> !token.startsWith(prefix))
                .ifPresent(prefix -> hints.add("token.prefix is '"
                        + prefix + "', and this token begins with '"
                        + token.substring(0, Math.min(SHOWN, token.length()))
                        + "': correct the prefix, or leave it out (null)"));
        promise.pattern()
                .filter(pattern -> !Pattern.compile(pattern).matcher(token).find())
                .ifPresent(pattern -> hints.add("token.pattern " + pattern + " does not match this token"));
        if (granted.value("expires").isEmpty() && granted.value("expiresIn").isEmpty()) {
            hints.add(
                    "the profile extracts neither 'expires' nor 'expiresIn' from the exchange, so only --wait can show"
                            + " that tokens expire");
        }
        granted.value("expires")
                .filter(end -> SECONDS.matcher(end).matches())
                .ifPresent(end -> hints.add("expires is " + end
                        + ", a number of seconds and not a point in time: call that extraction 'expiresIn'"));
        return hints;
    }
}
