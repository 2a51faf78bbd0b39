package dev.assay.reference.dialect.nuget;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sends requests and shows answers as they stand on the wire; only the order of header fields is made certain. */
record Telegraph(URI target) {

    private static final int TIMEOUT_MILLIS = 20_000;

    /** The answer's head and body. */
    String send(String head, byte[] body) {
        try (var socket = new Socket(target.getHost(), target.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            var filled = head.replace("HOST", target.getAuthority())
                    .replace("LENGTH", Integer.toString(body.length))
                    .replace("\n", "\r\n");
            socket.getOutputStream().write(filled.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return answer(socket.getInputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String answer(InputStream in) throws IOException {
        var head = head(in).split("\r\n");
        var length = Arrays.stream(head)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("content-length: ".length())))
                .findFirst()
                .orElse(0);
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        var fields = Arrays.stream(head)
                .skip(1)
                .map(line -> line + "\n")
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(Collectors.joining());
        return head[0] + "\n" + fields + "\n" + body;
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var octet = in.read();
            if (octet < 0) {
                throw new IOException("the answer ends within its head: " + head);
            }
            head.write(octet);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
