package dev.assay.identity.key;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out keys, no key twice. Parties that must not share keys (two issuers, an issuer and an attacker) draw from one supply;
 * parties that never meet may draw from different ones.
 */
public final class KeySupply {

    private final SigningKeys keys;
    private final List<SigningKey> given;
    private final int skipped;
    private final AtomicInteger drawn = new AtomicInteger();

    /**
     * A supply.
     *
     * @param given handed out before any other
     * @param skipped how many of the process's keys are somebody else's
     */
    KeySupply(SigningKeys keys, List<SigningKey> given, int skipped) {
        this.keys = keys;
        this.given = List.copyOf(given);
        this.skipped = skipped;
    }

    /** The next key, waiting for it if it is still being made. */
    public SigningKey next() {
        var number = drawn.getAndIncrement();
        return number < given.size()
                ? given.get(number)
                : keys.key(skipped + number - given.size()).join();
    }

    /**
     * Another supply that shares no key with what this one has handed out so far.
     *
     * @param reserved how many more keys this one may still hand out
     */
    public KeySupply beyond(int reserved) {
        return new KeySupply(keys, List.of(), skipped + Math.max(0, drawn.get() - given.size()) + reserved);
    }

    /** The same keys as a fresh supply like this one, but these before them. */
    public KeySupply after(List<SigningKey> first) {
        return new KeySupply(keys, first, skipped);
    }
}
