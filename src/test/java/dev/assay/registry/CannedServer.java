package dev.assay.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Answers every request with bytes that were laid down before, and keeps the heads and bodies of what it was sent. */
final class CannedServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> silent = new CopyOnWriteArrayList<>();

    private CannedServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** Sends the answer and closes the connection. */
    static CannedServer answering(String answer) {
        return start(List.of(answer), true);
    }

    /** Sends one answer after the other, and the last one ever after; closes the connection each time. */
    static CannedServer answeringInTurn(String... answers) {
        return start(List.of(answers), true);
    }

    /** Sends the answer and keeps the connection open, saying nothing more. */
    static CannedServer stallingAfter(String answer) {
        return start(List.of(answer), false);
    }

    private static CannedServer start(List<String> answers, boolean closing) {
        try {
            var server = new CannedServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            var thread = new Thread(() -> server.serve(answers, closing), "canned-server");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("no port to be had", e);
        }
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** Head and body of every request, in order. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void serve(List<String> answers, boolean closing) {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                requests.add(read(connection.getInputStream()));
                var answer = answers.get(Math.min(requests.size(), answers.size()) - 1);
                connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
                connection.getOutputStream().flush();
                if (closing) {
                    connection.close();
                } else {
                    silent.add(connection);
                }
            } catch (IOException e) {
                // The socket was closed, or the other side gave up: the next request decides.
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("closed early");
            }
            head.write(next);
        }
        var text = head.toString(ISO_8859_1);
        var length = LENGTH.matcher(text);
        return length.find() ? text + new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1) : text;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var connection : silent) {
                connection.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the server does not close", e);
        }
    }
}
