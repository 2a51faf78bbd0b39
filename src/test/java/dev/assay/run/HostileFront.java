package dev.assay.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.assay.run.Fault.Tls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/**
 * Stands in front of a sound registry and hands every request on to it, but for those that a fault is about. One request a
 * connection.
 */
final class HostileFront implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");

    private final ServerSocket socket;
    private final Fault fault;
    private final URI registry;
    private final Certificates certificates;
    private final AtomicLong sent;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /**
     * Starts listening.
     *
     * @param sent counts the bytes of faulty answers that somebody took
     */
    HostileFront(URI registry, Fault fault, Certificates certificates, AtomicLong sent) {
        this.registry = registry;
        this.fault = fault;
        this.certificates = certificates;
        this.sent = sent;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new IllegalStateException("no port to be had", e);
        }
        inBackground(this::listen);
    }

    URI url() {
        return URI.create((fault.tls() == Tls.NONE ? "http" : "https") + "://127.0.0.1:" + socket.getLocalPort());
    }

    private static void inBackground(Runnable task) {
        var thread = new Thread(task, "hostile-front");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                open.add(connection);
                inBackground(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket raw) {
        try (raw;
                var connection = encrypted(raw)) {
            var request = read(connection.getInputStream());
            if (new String(request, ISO_8859_1).lines().findFirst().orElse("").contains(fault.path())) {
                fault.answer().give(new Turn(connection, raw, request));
            } else {
                connection.getOutputStream().write(forwarded(request));
            }
        } catch (IOException e) {
            // the other side has had enough, which is what most faults are for
        } finally {
            open.remove(raw);
        }
    }

    private Socket encrypted(Socket raw) throws IOException {
        if (fault.tls() == Tls.NONE) {
            return raw;
        }
        if (fault.tls() == Tls.MISSING) {
            raw.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(ISO_8859_1));
            throw new IOException("not encrypted");
        }
        var context = certificates.context(fault.tls());
        var secure = (SSLSocket) context.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
        secure.setUseClientMode(false);
        var parameters = secure.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {fault.tls() == Tls.GOOD_FOR_HTTP_2 ? "h2" : "http/1.1"});
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /** What the registry answers. */
    private byte[] forwarded(byte[] request) throws IOException {
        try (var upstream = new Socket()) {
            upstream.connect(new InetSocketAddress(registry.getHost(), registry.getPort()));
            var text = new String(request, ISO_8859_1).replaceFirst("\r\n", "\r\nConnection: close\r\n");
            upstream.getOutputStream().write(text.getBytes(ISO_8859_1));
            return upstream.getInputStream().readAllBytes();
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("closed early");
            }
            head.write(next);
        }
        var length = LENGTH.matcher(head.toString(ISO_8859_1));
        if (length.find()) {
            head.write(in.readNBytes(Integer.parseInt(length.group(1))));
        }
        return head.toByteArray();
    }

    /** A request that a fault is about, and what can be done to whoever sent it. */
    final class Turn {
        private final Socket connection;
        private final Socket raw;
        private final byte[] request;

        private Turn(Socket connection, Socket raw, byte[] request) {
            this.connection = connection;
            this.raw = raw;
            this.request = request;
        }

        void send(byte[] bytes) throws IOException {
            OutputStream out = connection.getOutputStream();
            out.write(bytes);
            out.flush();
            sent.addAndGet(bytes.length);
        }

        /** The same again and again, until the other side hangs up. */
        void flood(byte[] bytes, int times) throws IOException {
            for (int i = 0; i < times; i++) {
                send(bytes);
            }
        }

        /** One byte at a time, with a pause after each. */
        void drip(byte[] bytes, long pauseMillis) throws IOException {
            for (var each : bytes) {
                send(new byte[] {each});
                pause(pauseMillis);
            }
        }

        /** Says nothing more, and keeps the connection. */
        void hang() throws IOException {
            pause(TimeUnit.MINUTES.toMillis(1));
        }

        private void pause(long millis) throws IOException {
            try {
                if (closed.await(millis, TimeUnit.MILLISECONDS)) {
                    throw new IOException("the test is over");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        void reset() throws IOException {
            raw.setSoLinger(true, 0);
            raw.close();
        }

        /** Writes past the encryption. */
        void sendRaw(byte[] bytes) throws IOException {
            raw.getOutputStream().write(bytes);
            raw.getOutputStream().flush();
        }

        byte[] request() {
            return request.clone();
        }

        byte[] registrysAnswer() throws IOException {
            return forwarded(request);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
            for (var connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the front does not close", e);
        }
    }
}
