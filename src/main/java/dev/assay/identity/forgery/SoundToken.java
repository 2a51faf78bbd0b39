package dev.assay.identity.forgery;

import static java.util.Objects.requireNonNull;

/**
 * What a provider would put into a token, and what a forger can do with it.
 *
 * @param header the header's members
 * @param payload the claims
 * @param circumstances what signer and forger find
 */
public record SoundToken(Members header, Members payload, Circumstances circumstances) {

    public SoundToken {
        requireNonNull(header, "header");
        requireNonNull(payload, "payload");
        requireNonNull(circumstances, "circumstances");
    }

    /** Signed by its issuer. */
    public WrittenToken written() {
        return TokenDraft.sound(header, payload).write(circumstances);
    }

    /**
     * With a defect.
     *
     * @throws InapplicableForgery if the defect would change nothing in this token
     */
    public WrittenToken forged(Forgery forgery) {
        return forgery.forge(TokenDraft.sound(header, payload), circumstances);
    }
}
