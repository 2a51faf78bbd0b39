package dev.assay.proxy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The hosts that clients of a proxy wanted to reach in vain. Each is told once; there is an end to how many are kept. */
public final class Refusals {
    private static final int MOST = 200;

    private final Consumer<String> listener;
    private final Set<String> seen = new TreeSet<>();

    /** Tells a listener of every host, with its port, when it is refused for the first time. */
    public Refusals(Consumer<String> listener) {
        this.listener = listener;
    }

    void refused(String destination) {
        synchronized (seen) {
            if (seen.size() >= MOST || !seen.add(destination)) {
                return;
            }
        }
        listener.accept(destination);
    }

    /** All of them so far, in the alphabet's order. */
    public List<String> all() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }
}
