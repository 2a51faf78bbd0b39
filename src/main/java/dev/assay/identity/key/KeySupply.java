package dev.assay.identity.key;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out keys, no key twice. Parties that must not share keys (two issuers, an issuer and an attacker) draw from one supply;
 * parties that never meet may draw from different ones.
 */
public final class KeySupply {

    private final SigningKeys keys;
    private final AtomicInteger drawn = new AtomicInteger();

    KeySupply(SigningKeys keys) {
        this.keys = keys;
    }

    /** The next key, waiting for it if it is still being made. */
    public SigningKey next() {
        return keys.key(drawn.getAndIncrement()).join();
    }
}
