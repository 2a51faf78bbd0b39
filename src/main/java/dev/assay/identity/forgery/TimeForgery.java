package dev.assay.identity.forgery;

import java.time.Duration;
import java.util.List;

/** Forgeries of a token's times, for any duration. */
public final class TimeForgery {

    private static final String GROUP = "time";
    private static final long USUAL_LIFETIME = 300;

    private TimeForgery() {}

    /** A token that was sound, and expired this long ago. */
    public static Forgery expired(Duration ago) {
        var expiry = -ago.toSeconds();
        return new Forgery(
                "expired:" + ago,
                GROUP,
                "that expired " + ago.toSeconds() + " seconds ago",
                Expectation.REFUSED,
                List.of("RFC 7519 §4.1.4"),
                List.of(
                        time("iat", expiry - USUAL_LIFETIME),
                        time("nbf", expiry - USUAL_LIFETIME),
                        time("exp", expiry)));
    }

    /** A token that will be valid only after this long. */
    public static Forgery validOnlyIn(Duration wait) {
        return new Forgery(
                "not-before:" + wait,
                GROUP,
                "that is valid only in " + wait.toSeconds() + " seconds",
                Expectation.REFUSED,
                List.of("RFC 7519 §4.1.5"),
                List.of(time("nbf", wait.toSeconds()), time("exp", wait.toSeconds() + USUAL_LIFETIME)));
    }

    /** A token that says it will be issued only after this long. */
    public static Forgery issuedIn(Duration wait) {
        return new Forgery(
                "issued-in:" + wait,
                GROUP,
                "that says it was issued " + wait.toSeconds() + " seconds from now",
                Expectation.REFUSED,
                List.of("RFC 7519 §4.1.6"),
                List.of(time("iat", wait.toSeconds()), time("exp", wait.toSeconds() + USUAL_LIFETIME)));
    }

    /** A token that stays valid for this long. */
    public static Forgery lasting(Duration lifetime) {
        return new Forgery(
                "lasting:" + lifetime,
                GROUP,
                "that stays valid for " + lifetime.toSeconds() + " seconds",
                Expectation.EITHER,
                List.of("RFC 7519 §4.1.4"),
                List.of(time("exp", lifetime.toSeconds())));
    }

    private static MemberEdit time(String claim, long secondsFromNow) {
        return new MemberEdit.Set(Part.PAYLOAD, claim, String.format("${now%+d}", secondsFromNow));
    }
}
