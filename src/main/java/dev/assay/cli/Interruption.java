package dev.assay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What still happens when the user presses Ctrl-C or the process is asked to end. A shutdown hook would come too late: the
 * HTTP client is being closed beside it.
 */
final class Interruption implements AutoCloseable {
    private static final int INTERRUPTED = 130;

    private final Map<String, SignalHandler> before = new ConcurrentHashMap<>();
    private final List<String> seen = new ArrayList<>();
    private final Runnable lastAct;

    private Interruption(Runnable lastAct) {
        this.lastAct = lastAct;
    }

    /** Until it is closed: does something last, once, then ends the process; the same signal again ends it at once. */
    static Interruption then(Runnable lastAct) {
        var interruption = new Interruption(lastAct);
        for (var name : List.of("INT", "TERM")) {
            interruption.before.put(name, Signal.handle(new Signal(name), interruption::received));
        }
        return interruption;
    }

    private void received(Signal signal) {
        boolean first;
        synchronized (seen) {
            if (seen.contains(signal.getName())) {
                Runtime.getRuntime().halt(INTERRUPTED);
            }
            first = seen.isEmpty();
            seen.add(signal.getName());
        }
        if (first) {
            try {
                lastAct.run();
            } finally {
                Runtime.getRuntime().exit(INTERRUPTED);
            }
        }
    }

    @Override
    public void close() {
        before.forEach((name, handler) -> Signal.handle(new Signal(name), handler));
    }
}
