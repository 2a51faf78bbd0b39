package dev.assay.registry;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.jboss.resteasy.reactive.client.impl.ClientBuilderImpl;

/**
 * Sends requests through the Quarkus REST Client, byte for byte as given, and never follows a redirect. Over TLS it offers
 * HTTP/2: a server that refuses a large body and hangs up before it has read all of it loses its answer in HTTP/1.1.
 */
public final class Wire implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private final Client plain;
    private final Client secure;
    private final Duration answerTimeout;

    private Wire(Client plain, Client secure, Duration answerTimeout) {
        this.plain = plain;
        this.secure = secure;
        this.answerTimeout = answerTimeout;
    }

    /**
     * Opens a client; connections are pooled and shared by all threads.
     *
     * @param answerTimeout how long to wait for a complete answer
     * @param trusted certificates to trust instead of the platform's
     */
    public static Wire open(Duration answerTimeout, Optional<KeyStore> trusted) {
        // The client's first threads would race to set this.
        ContextManagerProvider.instance();
        var secure = client(answerTimeout);
        secure.http2(true);
        secure.alpn(true);
        trusted.ifPresent(secure::trustStore);
        return new Wire(client(answerTimeout).build(), secure.build(), answerTimeout);
    }

    private static ClientBuilderImpl client(Duration answerTimeout) {
        return (ClientBuilderImpl) ClientBuilder.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A request as it goes out. */
    public record Request(String method, URI url, List<Header> headers, byte[] body) {}

    /** A header field. */
    public record Header(String name, String value) {}

    /**
     * An answer as it came in.
     *
     * @param sha256 digest of the body's bytes, in lower-case hexadecimal digits
     */
    public record Answer(int status, String reason, List<Header> headers, String body, String sha256) {

        /** An answer whose body is a text. */
        public Answer(int status, String reason, List<Header> headers, String body) {
            this(status, reason, headers, body, digest(body.getBytes(StandardCharsets.UTF_8)));
        }

        /** Whether a text stands anywhere in it. */
        public boolean contains(String text) {
            return body.contains(text)
                    || reason.contains(text)
                    || headers.stream().anyMatch(header -> header.value().contains(text));
        }

        /** The first header field of that name, whatever its case. */
        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(h -> h.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .findFirst();
        }
    }

    /** No complete answer came back. */
    public static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Outcome.Kind kind;

        NoAnswerException(Outcome.Kind kind, String message, Throwable cause) {
            super(message, cause);
            this.kind = kind;
        }

        Outcome.Kind kind() {
            return kind;
        }
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @throws NoAnswerException if none came, in time or at all
     */
    public Answer send(Request request) throws NoAnswerException {
        var client = "https".equals(request.url().getScheme()) ? secure : plain;
        var invocation = client.target(request.url()).request();
        var contentType = MediaType.APPLICATION_OCTET_STREAM;
        for (var header : request.headers()) {
            if (header.name().equalsIgnoreCase("Content-Type")) {
                contentType = header.value();
            } else {
                invocation = invocation.header(header.name(), header.value());
            }
        }
        var body = request.body();
        var asynchronous = invocation.async();
        try (var response = await(
                body.length == 0
                        ? asynchronous.method(request.method())
                        : asynchronous.method(request.method(), Entity.entity(body, MediaType.valueOf(contentType))))) {
            return read(response);
        } catch (ProcessingException e) {
            throw failure(e);
        }
    }

    /** The client's own read timeout ends with the first byte of an answer; this one ends with the last. */
    private Response await(Future<Response> answer) throws NoAnswerException {
        try {
            return answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failure(e);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(e);
        }
    }

    private static Answer read(Response response) {
        var headers = new ArrayList<Header>();
        response.getStringHeaders().forEach((name, values) -> values.forEach(v -> headers.add(new Header(name, v))));
        var body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
        return new Answer(
                response.getStatus(),
                response.getStatusInfo().getReasonPhrase(),
                List.copyOf(headers),
                new String(body, StandardCharsets.UTF_8),
                digest(body));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static NoAnswerException failure(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof TimeoutException) {
            return new NoAnswerException(Outcome.Kind.TIMEOUT, "no complete answer in time", e);
        }
        var why = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return new NoAnswerException(Outcome.Kind.CONNECTION, why, e);
    }

    @Override
    public void close() {
        plain.close();
        secure.close();
    }
}
