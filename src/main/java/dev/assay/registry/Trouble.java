package dev.assay.registry;

import dev.assay.registry.Wire.NoAnswerException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says in plain words why there is no answer. */
final class Trouble {
    private Trouble() {}

    /** What a failure means, after so much of the answer has arrived. */
    static NoAnswerException with(Throwable failure, Arrival arrival) {
        return failure instanceof NoAnswerException known
                ? known
                : new NoAnswerException(Outcome.Kind.CONNECTION, words(failure, arrival), failure);
    }

    private static String words(Throwable failure, Arrival arrival) {
        var root = root(failure);
        if (has(failure, SSLException.class)) {
            return "TLS failed: " + message(root);
        }
        if (root instanceof ConnectTimeoutException) {
            return "no connection within " + HttpClients.CONNECT_TIMEOUT.toSeconds() + " s";
        }
        if (failure instanceof ConnectException || root instanceof ConnectException) {
            return "nothing listens there: " + message(root);
        }
        if (root instanceof UnknownHostException) {
            return "no host has that name: " + message(root);
        }
        if (root instanceof TooLongFrameException) {
            return "the head of the answer is longer than " + (HttpClients.LONGEST_HEAD >> 10)
                    + " KiB, or its first line than 4 KiB; the rest was not read";
        }
        if (root instanceof StreamResetException reset) {
            return "the HTTP/2 stream was reset (error " + reset.getCode() + "); " + arrival.describe();
        }
        if (root instanceof HttpClosedException) {
            return "the connection was closed early; " + arrival.describe();
        }
        if (root instanceof IOException) {
            return "the connection broke (" + message(root) + "); " + arrival.describe();
        }
        if (root instanceof DecoderException || root instanceof IllegalArgumentException) {
            return "what came back is not HTTP (" + message(root) + "); " + arrival.describe();
        }
        return message(root) + "; " + arrival.describe();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (var cause = Optional.of(failure);
                cause.isPresent();
                cause = cause.flatMap(c -> Optional.ofNullable(c.getCause()))) {
            if (kind.isInstance(cause.get())) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The first line of a failure's message, as far as a person reads it. */
    private static String message(Throwable failure) {
        var message = Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
        return Excerpt.of(message.lines().findFirst().orElse(""), 200);
    }
}
