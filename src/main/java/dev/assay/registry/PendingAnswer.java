package dev.assay.registry;

import dev.assay.registry.Wire.Answer;
import dev.assay.registry.Wire.Header;
import dev.assay.registry.Wire.NoAnswerException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One answer on its way: it has arrived so far, and no further. Everything but {@link #await} happens on one event loop,
 * so that no part of the answer can arrive before it is waited for.
 */
final class PendingAnswer {
    /** Interim answers (RFC 9110 §15.2) before the real one; nobody needs so many. */
    private static final int MOST_INTERIM = 100;

    private final Freshness freshness;
    private int interim;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile Optional<HttpClientRequest> sent = Optional.empty();
    private volatile Arrival arrival = Arrival.NOTHING;

    /** @param freshness which connections may be used again */
    PendingAnswer(Freshness freshness) {
        this.freshness = freshness;
    }

    /**
     * Sends the request.
     *
     * @param last whether its connection is closed after the answer (over HTTP/2, only its stream)
     */
    void begin(HttpClient client, RequestOptions options, byte[] body, boolean last) {
        try {
            fresh(client, options)
                    .compose(request -> send(request, body, last))
                    .onSuccess(this::read)
                    .onFailure(answer::completeExceptionally);
        } catch (IllegalArgumentException notARequest) {
            answer.completeExceptionally(notARequest);
        }
    }

    private Future<HttpClientRequest> fresh(HttpClient client, RequestOptions options) {
        return client.request(options).compose(request -> {
            var connection = request.connection();
            if (request.version() == HttpVersion.HTTP_2 || freshness.isFresh(connection)) {
                return Future.succeededFuture(request);
            }
            request.exceptionHandler(closed -> {});
            // nobody waits for its end, which would come on another event loop
            connection.close();
            return fresh(client, options);
        });
    }

    private Future<HttpClientResponse> send(HttpClientRequest request, byte[] body, boolean last) {
        sent = Optional.of(request);
        // failures arrive through the futures; without a handler they would be logged as well
        request.exceptionHandler(answer::completeExceptionally);
        request.continueHandler(go -> interim(request));
        request.earlyHintsHandler(hints -> interim(request));
        if (answer.isDone()) {
            request.reset();
        }
        if (last && request.version() != HttpVersion.HTTP_2) {
            request.putHeader("Connection", "close");
        }
        return body.length == 0 ? request.send() : request.send(Buffer.buffer(body));
    }

    private void interim(HttpClientRequest request) {
        if (++interim > MOST_INTERIM) {
            answer.completeExceptionally(new NoAnswerException(
                    Outcome.Kind.UNEXPECTED,
                    "more than " + MOST_INTERIM
                            + " interim answers (1xx) came and no real one; the rest was not read"));
            request.reset();
        }
    }

    private void read(HttpClientResponse response) {
        arrival = new Arrival(Optional.of(response.statusCode()), 0);
        var body = Buffer.buffer();
        response.exceptionHandler(answer::completeExceptionally);
        response.handler(chunk -> {
            if (body.length() + chunk.length() > Wire.LONGEST_BODY) {
                answer.completeExceptionally(new NoAnswerException(Outcome.Kind.UNEXPECTED, tooLong(response)));
                response.request().reset();
            } else {
                body.appendBuffer(chunk);
                arrival = new Arrival(Optional.of(response.statusCode()), body.length());
            }
        });
        response.endHandler(end -> {
            freshness.answered(response.request().connection());
            answer.complete(answer(response, body.getBytes()));
        });
    }

    private static String tooLong(HttpClientResponse response) {
        return "the answer, status " + response.statusCode() + ", is longer than " + (Wire.LONGEST_BODY >> 20)
                + " MiB; the rest was not read";
    }

    private static Answer answer(HttpClientResponse response, byte[] body) {
        var headers = response.headers().entries().stream()
                .map(entry -> new Header(entry.getKey(), entry.getValue()))
                .toList();
        var reason = Optional.ofNullable(response.statusMessage()).orElse("");
        return new Answer(
                response.statusCode(),
                reason,
                headers,
                new String(body, StandardCharsets.UTF_8),
                isUtf8(body),
                Digest.sha256(body));
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * Waits for the answer's last byte.
     *
     * @throws NoAnswerException if it does not come within the time, or not at all
     */
    Answer await(Duration timeout) throws NoAnswerException {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.completeExceptionally(e);
            sent.ifPresent(HttpClientRequest::reset);
            throw new NoAnswerException(Outcome.Kind.TIMEOUT, arrival.within(timeout), e);
        } catch (ExecutionException e) {
            throw Trouble.with(e.getCause() == null ? e : e.getCause(), arrival);
        } catch (InterruptedException e) {
            sent.ifPresent(HttpClientRequest::reset);
            Thread.currentThread().interrupt();
            throw new NoAnswerException(Outcome.Kind.CONNECTION, "interrupted", e);
        }
    }
}
