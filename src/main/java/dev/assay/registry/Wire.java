package dev.assay.registry;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends requests byte for byte as given, and takes no more of an answer than is good: all of it has to arrive in time and
 * within a size. Redirects are answers and are not followed, compressed bodies are not unpacked, and proxies that the
 * environment names are not used. Over TLS it offers HTTP/2: a server that refuses a large body and hangs up before it
 * has read all of it loses its answer in HTTP/1.1.
 */
public final class Wire implements AutoCloseable {
    /** The longest body that is read, in bytes. */
    static final int LONGEST_BODY = 4 << 20;
    /** A server may answer before it has read a body longer than this, in bytes, and then hang up. */
    private static final int BODY_READ_BY_ANYBODY = 64 << 10;
    /** The same of the request line and the header section. */
    private static final int HEAD_READ_BY_ANYBODY = 4 << 10;

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final HttpClients clients;
    private final Duration answerTimeout;
    private final Optional<Pin> only;
    private final Vigil vigil = new Vigil(Clock.systemUTC());
    private final Patience patience;
    private final Freshness freshness = new Freshness(Clock.systemUTC()::instant);

    private Wire(HttpClients clients, Duration answerTimeout, Optional<Pin> only, Patience patience) {
        this.clients = clients;
        this.answerTimeout = answerTimeout;
        this.only = only;
        this.patience = patience;
    }

    /**
     * Opens a client that sends to any host; connections are pooled and shared by all threads.
     *
     * @param answerTimeout how long to wait for a complete answer, from the first byte sent to the last one received
     * @param trusted certificates to trust instead of the platform's
     */
    public static Wire open(Duration answerTimeout, Optional<KeyStore> trusted) {
        return open(answerTimeout, trusted, Optional.empty());
    }

    /**
     * Opens a client.
     *
     * @param answerTimeout how long to wait for a complete answer, from the first byte sent to the last one received
     * @param trusted certificates to trust instead of the platform's
     * @param only sends to no other host and no other address, if given
     */
    public static Wire open(Duration answerTimeout, Optional<KeyStore> trusted, Optional<Pin> only) {
        return open(answerTimeout, trusted, only, Patience.real());
    }

    static Wire open(Duration answerTimeout, Optional<KeyStore> trusted, Optional<Pin> only, Patience patience) {
        return new Wire(HttpClients.open(answerTimeout, trusted), answerTimeout, only, patience);
    }

    /** A request as it goes out. */
    public record Request(String method, URI url, List<Header> headers, byte[] body) {}

    /** A header field. */
    public record Header(String name, String value) {}

    /**
     * An answer as it came in.
     *
     * @param body the body's bytes read as UTF-8, with replacement characters where they are none
     * @param utf8 whether the body's bytes are UTF-8
     * @param sha256 digest of the body's bytes, in lower-case hexadecimal digits
     */
    public record Answer(int status, String reason, List<Header> headers, String body, boolean utf8, String sha256) {

        /** An answer whose body is a text. */
        public Answer(int status, String reason, List<Header> headers, String body) {
            this(status, reason, headers, body, true, Digest.sha256(body.getBytes(StandardCharsets.UTF_8)));
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

        NoAnswerException(Outcome.Kind kind, String message) {
            super(message);
            this.kind = kind;
        }

        Outcome.Kind kind() {
            return kind;
        }
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @throws NoAnswerException if none came, in time or at all, or one that is too long
     */
    public Answer send(Request request) throws NoAnswerException {
        return send(request, this);
    }

    /** The same for a scenario. A target that is dead is sent nothing more. */
    Answer send(Request request, Object scenario) throws NoAnswerException {
        var death = death();
        if (death.isPresent()) {
            throw new NoAnswerException(Outcome.Kind.CONNECTION, "nothing was sent, for " + death.get());
        }
        try {
            var answer = exchange(request);
            vigil.answered();
            return answer;
        } catch (NoAnswerException e) {
            if (e.kind() != Outcome.Kind.UNEXPECTED) {
                vigil.silent(scenario, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /** What is done when a target says that it is asked too often. */
    Patience patience() {
        return patience;
    }

    /** Since when the only target of this wire is dead, and why one thinks so; nothing while it lives. */
    public Optional<String> death() {
        return only.flatMap(target -> vigil.death());
    }

    private Answer exchange(Request request) throws NoAnswerException {
        var options = options(request);
        var pending = new PendingAnswer(freshness);
        // no other request is to find out that the server is about to hang up
        var last = !isReadByAnybody(request);
        clients.with(options.isSsl(), client -> pending.begin(client, options, request.body(), last));
        return pending.await(answerTimeout);
    }

    private static boolean isReadByAnybody(Request request) {
        var head = request.url().toString().length();
        for (var header : request.headers()) {
            head += header.name().length() + header.value().length();
        }
        return head <= HEAD_READ_BY_ANYBODY
                && request.body().length <= BODY_READ_BY_ANYBODY
                && request.headers().stream().allMatch(header -> isPrintable(header.value()));
    }

    private static boolean isPrintable(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private RequestOptions options(Request request) throws NoAnswerException {
        var url = request.url();
        var ssl = "https".equals(url.getScheme());
        var port = url.getPort() >= 0 ? url.getPort() : ssl ? HTTPS : HTTP;
        var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        try {
            var options = new RequestOptions()
                    .setMethod(HttpMethod.valueOf(request.method()))
                    .setSsl(ssl)
                    .setHost(withoutBrackets(url.getHost()))
                    .setPort(port)
                    .setURI(path + query)
                    .addHeader("User-Agent", "assay");
            if (url.getHost().startsWith("[")) {
                options.addHeader("Host", url.getRawAuthority());
            }
            server(url, port).ifPresent(options::setServer);
            request.headers().forEach(header -> options.addHeader(header.name(), header.value()));
            return options;
        } catch (IllegalArgumentException e) {
            throw new NoAnswerException(
                    Outcome.Kind.UNEXPECTED,
                    "nothing was sent, for a value from the registry cannot stand in a header: " + e.getMessage(),
                    e);
        }
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private Optional<SocketAddress> server(URI url, int port) throws NoAnswerException {
        if (only.isPresent() && !only.get().covers(url)) {
            throw new NoAnswerException(
                    Outcome.Kind.UNEXPECTED,
                    "nothing was sent to " + url.getHost() + ", which is not "
                            + only.get().host());
        }
        return only.map(
                pin -> SocketAddress.inetSocketAddress(port, pin.address().getHostAddress()));
    }

    @Override
    public void close() {
        clients.close();
    }
}
