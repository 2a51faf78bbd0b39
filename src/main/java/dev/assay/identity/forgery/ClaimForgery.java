package dev.assay.identity.forgery;

import java.util.List;

/** Forgeries of any claim. */
public final class ClaimForgery {

    /** Group of all of them. */
    public static final String GROUP = "claim";

    private ClaimForgery() {}

    /** A token in which one claim is altered; its id is {@code claim:<name>:<alteration>}. */
    public static Forgery of(String claim, Alteration alteration) {
        return new Forgery(
                "claim:" + claim + ":" + alteration,
                GROUP,
                alteration.title(claim),
                Expectation.REFUSED,
                List.of("RFC 7519 §4", "RFC 8725 §3.8"),
                List.of(new MemberEdit.Alter(claim, alteration)));
    }

    /** A token in which one claim has a given value, which is not the right one. */
    public static Forgery saying(String claim, String value) {
        return new Forgery(
                "claim:" + claim + "=" + value,
                GROUP,
                "whose `" + claim + "` is `" + value + "`",
                Expectation.REFUSED,
                List.of("RFC 7519 §4", "RFC 8725 §3.8"),
                List.of(new MemberEdit.Set(
                        Part.PAYLOAD, claim, JsonText.quoted(value).replace("${", "\\u0024{"))));
    }
}
