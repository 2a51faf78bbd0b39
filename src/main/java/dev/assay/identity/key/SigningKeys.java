package dev.assay.identity.key;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * The process's RSA keys. Making one takes a noticeable part of a second, so they are made once, in the background, and shared by
 * all scenarios; a {@link KeySupply} sees to it that one scenario never meets the same key twice.
 */
public final class SigningKeys {

    /** As many as a scenario with two identity providers and an attacker draws. */
    private static final int MADE_EARLY = 7;

    private static final int SHORT_BITS = 1024;

    private final Executor background;
    private final List<CompletableFuture<SigningKey>> keys = new ArrayList<>();

    private SigningKeys(Executor background) {
        this.background = background;
    }

    /** The keys of this process. */
    public static SigningKeys shared() {
        return Shared.KEYS;
    }

    /** A key that is too short to be trusted (RFC 7518 §3.3), the same in the whole process. */
    public static SigningKey shortKey() {
        return Short.KEY;
    }

    /** Starts making the first keys and returns at once; worth calling when the program starts. */
    public void warm() {
        var unused = key(MADE_EARLY - 1);
    }

    /** A fresh supply, for one scenario. */
    public KeySupply supply() {
        warm();
        return new KeySupply(this, List.of(), 0);
    }

    /** The key with this number; all that come before it are made too. */
    synchronized CompletableFuture<SigningKey> key(int number) {
        while (keys.size() <= number) {
            keys.add(CompletableFuture.supplyAsync(SelfSigned::fresh, background));
        }
        return keys.get(number);
    }

    private static final class Short {
        static final SigningKey KEY = SelfSigned.fresh(SHORT_BITS);
    }

    private static final class Shared {
        static final SigningKeys KEYS = new SigningKeys(Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, "signing-keys");
            thread.setDaemon(true);
            return thread;
        }));
    }
}
