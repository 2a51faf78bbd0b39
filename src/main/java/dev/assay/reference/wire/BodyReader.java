package dev.assay.reference.wire;

import dev.assay.reference.behaviour.Limit;
import io.vertx.core.buffer.Buffer;

/** Collects a body up to a limit and drops the rest, so that memory stays bounded and the client still gets an answer. */
final class BodyReader {

    private final Limit limit;
    private final Buffer content = Buffer.buffer();
    private boolean isTooLong;

    BodyReader(Limit limit) {
        this.limit = limit;
    }

    void add(Buffer chunk) {
        isTooLong |= limit.exceededBy((long) content.length() + chunk.length());
        if (!isTooLong) {
            content.appendBuffer(chunk);
        }
    }

    boolean isTooLong() {
        return isTooLong;
    }

    Buffer content() {
        return content;
    }
}
