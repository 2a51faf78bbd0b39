package dev.assay.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a process prints, read as it comes, up to a bound. */
final class BoundedOutput {
    private static final int CHUNK_BYTES = 8192;
    private static final long GRACE_SECONDS = 1;

    private final int most;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<Void> end;

    /**
     * Begins to read.
     *
     * @param most how many bytes are kept
     * @param whenExceeded what happens at the first byte too much
     */
    BoundedOutput(InputStream output, int most, Runnable whenExceeded) {
        this.most = most;
        this.end = CompletableFuture.runAsync(() -> drain(output, whenExceeded), command -> {
            var thread = new Thread(command, "provisioning command output");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void drain(InputStream output, Runnable whenExceeded) {
        var chunk = new byte[CHUNK_BYTES];
        try {
            for (var count = output.read(chunk); count >= 0; count = output.read(chunk)) {
                synchronized (read) {
                    read.write(chunk, 0, count);
                    if (read.size() > most) {
                        whenExceeded.run();
                        return;
                    }
                }
            }
        } catch (IOException e) {
            // The process was ended while it printed; what came before that counts.
        }
    }

    /** Whether there was more than is kept. */
    boolean isExceeded() {
        synchronized (read) {
            return read.size() > most;
        }
    }

    /** All that a process printed that has ended. What it left running may hold its output open, and is not waited for. */
    String text() throws InterruptedException {
        try {
            end.get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // What was read so far is what the process itself printed.
        }
        synchronized (read) {
            return read.toString(StandardCharsets.UTF_8);
        }
    }
}
