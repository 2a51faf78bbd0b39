package dev.assay.reference.wire;

import dev.assay.reference.behaviour.KeyRules.FetchProblem;
import dev.assay.reference.core.key.DocumentFetcher;
import dev.assay.reference.core.key.FetchFailed;
import dev.assay.reference.core.key.FetchTerms;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches documents over HTTP. Blocks; must not be called on an event loop. */
public final class HttpFetcher implements DocumentFetcher, AutoCloseable {

    /** For how long an unused connection is kept: shorter than servers do, or it may be closed as it is used again. */
    static final int IDLE_SECONDS = 1;

    private static final int MAXIMUM_CONNECTIONS = 64;

    private final HttpClient client;
    private volatile boolean closed;

    /** Everything about a fetch happens here, so that no part of an answer can arrive before it is waited for. */
    private final Context eventLoop;

    /** {@code trustAnchors} are PEM texts of the authorities that HTTPS servers are believed with. */
    public HttpFetcher(Vertx vertx, Optional<String> trustAnchors) {
        this(vertx, client(vertx, trustAnchors));
    }

    /** Fetches through a client that others use too; whoever made the client closes it. */
    public HttpFetcher(Vertx vertx, HttpClient client) {
        this.client = client;
        eventLoop = vertx.getOrCreateContext();
    }

    /** A client as fetchers need it. */
    public static HttpClient client(Vertx vertx, Optional<String> trustAnchors) {
        var options = new HttpClientOptions().setKeepAliveTimeout(IDLE_SECONDS).setMaxPoolSize(MAXIMUM_CONNECTIONS);
        trustAnchors.ifPresent(pem -> options.setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(pem))));
        return vertx.createHttpClient(options);
    }

    @Override
    public byte[] fetch(URI address, FetchTerms terms) throws FetchFailed {
        if (closed) {
            throw unreachable("the registry is closed");
        }
        try {
            var fetched = Promise.<byte[]>promise();
            eventLoop.runOnContext(go -> begin(address, terms).onComplete(fetched));
            return fetched.future()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(patienceMillis(terms), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof FetchFailed known) {
                throw known;
            }
            throw unreachable("the issuer cannot be reached");
        } catch (TimeoutException late) {
            throw unreachable("the issuer did not answer in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unreachable("interrupted");
        }
    }

    private static long patienceMillis(FetchTerms terms) {
        return switch (terms.timeout()) {
            case START_TO_END -> terms.timeoutMillis();
            case UNTIL_ANSWER_BEGINS -> Long.MAX_VALUE;
        };
    }

    private Future<byte[]> begin(URI address, FetchTerms terms) {
        try {
            return response(address, terms);
        } catch (IllegalArgumentException | VertxException notFetchable) {
            return Future.failedFuture(new FetchFailed(FetchProblem.UNREACHABLE, "not an address that can be fetched"));
        }
    }

    /** Fetches nothing any more. */
    @Override
    public void close() {
        closed = true;
    }

    private Future<byte[]> response(URI address, FetchTerms terms) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address.toString())
                .setFollowRedirects(terms.followsRedirects())
                .setTimeout(terms.timeoutMillis())
                .putHeader("Accept", "application/json");
        return client.request(options).compose(request -> {
            // failures arrive through the futures; without a handler they would be logged as well
            request.exceptionHandler(broken -> {});
            // the body's handlers must be set in the very callback that brings the head, or parts of it are lost
            return request.send().compose(response -> body(response, terms));
        });
    }

    private static Future<byte[]> body(HttpClientResponse response, FetchTerms terms) {
        if (response.statusCode() / 100 != 2) {
            response.exceptionHandler(broken -> {});
            response.request().reset();
            return Future.failedFuture(
                    new FetchFailed(FetchProblem.BAD_STATUS, "the answer has status " + response.statusCode()));
        }
        var collected = new BodyReader(terms.maximumBytes());
        var whole = Promise.<byte[]>promise();
        response.handler(chunk -> {
            collected.add(chunk);
            if (collected.isTooLong()) {
                whole.tryFail(new FetchFailed(FetchProblem.TOO_LONG, "the document is too long"));
                response.request().reset();
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(collected.content().getBytes()));
        return whole.future();
    }

    private static FetchFailed unreachable(String message) {
        return new FetchFailed(FetchProblem.UNREACHABLE, message);
    }
}
