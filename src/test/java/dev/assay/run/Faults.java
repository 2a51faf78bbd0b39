package dev.assay.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.result.Verdict;
import dev.assay.run.Fault.Answer;
import dev.assay.run.Fault.Tls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.zip.GZIPOutputStream;

/** Everything that a registry may do to a run. */
final class Faults {
    /** An attempt that should be accepted, one that should be refused, and one that builds on a token. */
    private static final String ATTEMPTS = "@TOK-1 or @POL-1 or (@TOK-4 and @smoke)";

    private static final String EXCHANGE = "/_/oidc/mint-token";
    private static final String ANYTHING = "/";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    /** HTTP/2 frames in hexadecimal digits (RFC 9113 §6.5, §6.8): length, type, flags, stream, content. */
    private static final String SETTINGS = "000000" + "04" + "00" + "00000000";

    private static final String GO_AWAY = "000008" + "07" + "00" + "00000000" + "00000000" + "0000000b";
    private static final byte[] KIBIBYTE = "x".repeat(1024).getBytes(UTF_8);
    private static final int HUNDRED_MIB_OF_KIBIBYTES = 100 << 10;

    private Faults() {}

    static List<Fault> all() {
        return List.of(
                // time
                slow("says nothing", turn -> turn.hang(), "no answer within 1 s"),
                slow(
                        "stops in the middle of the head",
                        halting("HTTP/1.1 200 OK\r\nContent-Ty"),
                        "no answer within 1 s"),
                slow(
                        "stops after the head",
                        halting(OK + "Content-Length: 20\r\n\r\n"),
                        "no complete answer within 1 s: only the head, status 200, and 0 bytes"),
                slow(
                        "stops in the middle of the body",
                        halting(OK + "Content-Length: 20\r\n\r\n{\"token\":"),
                        "no complete answer within 1 s: only the head, status 200, and 9 bytes"),
                slow(
                        "drips a byte at a time",
                        turn -> turn.drip(json("{\"token\":\"" + "x".repeat(2000) + "\"}"), 50),
                        "within 1 s"),
                fault(
                        "floods with 100 Continue",
                        turn -> turn.flood(bytes("HTTP/1.1 100 Continue\r\n\r\n".repeat(100)), Integer.MAX_VALUE),
                        "more than 100 interim answers (1xx) came"),
                fault(
                        "floods with 103 Early Hints",
                        turn -> turn.flood(
                                bytes("HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n".repeat(100)), Integer.MAX_VALUE),
                        "more than 100 interim answers (1xx) came"),
                // size
                fault(
                        "sends 100 MiB",
                        turn -> {
                            turn.send(bytes(OK + "Content-Length: 104857600\r\n\r\n"));
                            turn.flood(KIBIBYTE, HUNDRED_MIB_OF_KIBIBYTES);
                        },
                        "is longer than 4 MiB; the rest was not read"),
                fault(
                        "sends chunks without end",
                        turn -> {
                            turn.send(bytes(OK + "Transfer-Encoding: chunked\r\n\r\n"));
                            turn.flood(bytes("400\r\n" + "x".repeat(1024) + "\r\n"), Integer.MAX_VALUE);
                        },
                        "is longer than 4 MiB; the rest was not read"),
                fault("sends a bomb of 100 MiB in gzip", turn -> turn.send(bomb()), "but gzip, which nobody asked for"),
                fault(
                        "sends headers without end",
                        turn -> {
                            turn.send(bytes(OK));
                            turn.flood(bytes("X-Padding: " + "x".repeat(1000) + "\r\n"), Integer.MAX_VALUE);
                        },
                        "the head of the answer is longer than 64 KiB"),
                fault(
                        "sends a status line without end",
                        turn -> {
                            turn.send(bytes("HTTP/1.1 200 "));
                            turn.flood(KIBIBYTE, Integer.MAX_VALUE);
                        },
                        "the head of the answer is longer than 64 KiB, or its first line"),
                fault(
                        "hands out a token of 100 KB",
                        token("\"" + "x".repeat(100_000) + "\""),
                        "100000 characters long"),
                fault("hands out a token of 10 MB", token("\"" + "x".repeat(10_000_000) + "\""), "longer than 4 MiB"),
                fault("sends what takes long to search for secrets", answering("eyJ".repeat(1_000_000)), "not JSON"),
                // framing
                fault("closes at once", turn -> {}, "the connection was closed early; nothing of the answer had come"),
                fault("resets the connection", turn -> turn.reset(), "the connection"),
                fault(
                        "closes in the middle of the body",
                        sending(OK + "Content-Length: 20\r\n\r\n{\"token\":"),
                        "the connection was closed early; only the head, status 200, and 9 bytes"),
                fault(
                        "announces less than it sends",
                        sending(OK + "Content-Length: 12\r\n\r\n{\"token\":\"abcdefghijkl\"}"),
                        "the body is not JSON"),
                fault(
                        "announces two lengths",
                        sending(OK + "Content-Length: 15\r\nContent-Length: 3\r\n\r\n{\"token\":\"abc\"}"),
                        "what came back is not HTTP"),
                fault(
                        "breaks its chunks",
                        sending(OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
                        "what came back is not HTTP"),
                fault("speaks HTTP/0.9", sending("<html>hello</html>\n"), "what came back is not HTTP"),
                fault("speaks another protocol", sending("SSH-2.0-OpenSSH_9.6\r\n\r\n"), "what came back is not HTTP"),
                fault("has status 999", sending("HTTP/1.1 999 What\r\nContent-Length: 0\r\n\r\n"), "status 999"),
                fault("has status 0", sending("HTTP/1.1 0 What\r\nContent-Length: 0\r\n\r\n"), "status 0"),
                fault(
                        "has a body where there can be none",
                        sending("HTTP/1.1 204 No Content\r\nContent-Length: 15\r\n\r\n{\"token\":\"abc\"}"),
                        "status 204"),
                // content
                fault("answers with nothing", answering(""), "the body is empty"),
                fault("sends HTML for JSON", answering("<!doctype html><title>Welcome</title>"), "the body is a page"),
                fault(
                        "sends bytes that are not UTF-8",
                        turn -> turn.send(answer("{\"token\":\"\u00ff\u00fe\"}".getBytes(ISO_8859_1))),
                        "the body is not UTF-8"),
                fault(
                        "writes UTF-16",
                        turn -> turn.send(answer("{\"token\":\"abc\"}".getBytes(UTF_16LE))),
                        "the body is not JSON"),
                fault(
                        "says token twice",
                        answering("{\"token\":\"abc\",\"token\":\"def\"}"),
                        "Duplicate field 'token'"),
                fault("says more after the end", answering("{\"token\":\"abc\"}{\"token\":\"def\"}"), "Trailing token"),
                fault("nests without end", answering("{\"token\":" + "[".repeat(100_000)), "nesting depth"),
                fault(
                        "counts without end",
                        answering("{\"token\":" + "9".repeat(100_000) + "}"),
                        "Number value length"),
                fault("hands out an object", token("{\"value\":\"abc\"}"), "the token is no string"),
                fault("hands out a number", token("17"), "the token is no string"),
                fault("hands out nothing", token("\"\""), "the token is empty"),
                fault("injects a header", token("\"abc\\r\\nX-Admin: yes\""), "cannot stand in a header"),
                harmless(
                        "calls JSON a picture",
                        turn -> turn.send(text(turn.registrysAnswer(), "application/json", "image/png"))),
                // orders
                fault(
                        "wants to be asked again tomorrow",
                        sending("HTTP/1.1 429 Slow\r\nRetry-After: 86400\r\nContent-Length: 0\r\n\r\n"),
                        "Retry-After: 86400"),
                fault(
                        "wants to be asked again at once, and again",
                        sending(
                                "HTTP/1.1 429 Slow\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
                        "sent it 4 times"),
                harmless("is too busy every other time", busyEveryOtherTime()),
                at(
                        "is too busy for half of a race",
                        EXCHANGE,
                        busyEveryOtherTime(),
                        "@JWT-10 or (@RES-5 and @smoke)",
                        "status 429, the registry limits requests"),
                at(
                        "is too busy for a flood",
                        EXCHANGE,
                        busyFromTheThirdTime(),
                        "@RES-2 and @smoke",
                        "status 429, the registry limits requests"),
                fault(
                        "redirects in a circle",
                        sending("HTTP/1.1 307 Again\r\nLocation: " + EXCHANGE + "\r\nContent-Length: 0\r\n\r\n"),
                        "the redirect to " + EXCHANGE + " was not followed"),
                fault(
                        "redirects to another host",
                        sending("HTTP/1.1 308 There\r\nLocation: http://192.0.2.1/x\r\nContent-Length: 0\r\n\r\n"),
                        "the redirect to http://192.0.2.1/x was not followed"),
                fault(
                        "crashes with a token",
                        sending(
                                "HTTP/1.1 500 Oops\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"token\":\"abc\"}"),
                        "status 500"),
                // lies
                new Fault(
                        "hands out somebody else's token",
                        EXCHANGE,
                        token("\"pypi-somebody-elses-token\""),
                        Tls.NONE,
                        false,
                        "@PUB-1 and @smoke",
                        Verdict.FAILED,
                        "refused (403"),
                new Fault(
                        "hands out the same token to everybody",
                        EXCHANGE,
                        token("\"pypi-the-same-token-for-everybody\""),
                        Tls.NONE,
                        false,
                        "@TOK-7 and @smoke",
                        Verdict.FAILED,
                        "registry token"),
                // elsewhere
                at("says its audience in HTML", "/_/oidc/audience", answering("<html>"), ATTEMPTS, "the audience"),
                at(
                        "drowns an upload in its answer",
                        "/legacy/",
                        turn -> {
                            turn.send(bytes(OK + "Content-Length: 104857600\r\n\r\n"));
                            turn.flood(KIBIBYTE, HUNDRED_MIB_OF_KIBIBYTES);
                        },
                        "@PUB-3",
                        "longer than 4 MiB"),
                // encryption
                encrypted(
                        "breaks TLS in the middle of the answer",
                        Tls.GOOD,
                        EXCHANGE,
                        turn -> {
                            turn.send(bytes("HTTP/1.1 200 OK\r\n"));
                            turn.sendRaw(bytes("this was not encrypted at all, and is no record of TLS"));
                        },
                        "TLS failed"),
                encrypted("has a certificate for another host", Tls.OTHER_HOST, "TLS failed: No subject alternative"),
                encrypted("has a certificate of nobody known", Tls.STRANGE_AUTHORITY, "TLS failed: "),
                encrypted("has a certificate that expired", Tls.EXPIRED, "TLS failed: "),
                encrypted("speaks plain HTTP where TLS is expected", Tls.MISSING, "TLS failed: not an SSL/TLS record"),
                encrypted(
                        "goes away in HTTP/2",
                        Tls.GOOD_FOR_HTTP_2,
                        ANYTHING,
                        turn -> {
                            turn.send(HexFormat.of().parseHex(SETTINGS + GO_AWAY));
                        },
                        "closed early"));
    }

    private static Fault fault(String name, Answer answer, String line) {
        return at(name, EXCHANGE, answer, ATTEMPTS, line);
    }

    private static Fault slow(String name, Answer answer, String line) {
        return new Fault(name, EXCHANGE, answer, Tls.NONE, true, ATTEMPTS, Verdict.CANT_TELL, line);
    }

    private static Fault harmless(String name, Answer answer) {
        return new Fault(name, EXCHANGE, answer, Tls.NONE, false, ATTEMPTS, Verdict.PASSED, "");
    }

    private static Fault at(String name, String path, Answer answer, String tags, String line) {
        return new Fault(name, path, answer, Tls.NONE, false, tags, Verdict.CANT_TELL, line);
    }

    private static Fault encrypted(String name, Tls tls, String line) {
        return encrypted(name, tls, ANYTHING, turn -> {}, line);
    }

    private static Fault encrypted(String name, Tls tls, String path, Answer answer, String line) {
        return new Fault(name, path, answer, tls, false, ATTEMPTS, Verdict.CANT_TELL, line);
    }

    private static Answer busyEveryOtherTime() {
        return busy(turn -> turn % 2 == 0);
    }

    private static Answer busyFromTheThirdTime() {
        return busy(turn -> turn >= 2);
    }

    private static Answer busy(IntPredicate when) {
        var turns = new AtomicInteger();
        return turn -> turn.send(
                when.test(turns.getAndIncrement())
                        ? bytes("HTTP/1.1 429 Slow\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        : turn.registrysAnswer());
    }

    private static Answer sending(String text) {
        return turn -> turn.send(bytes(text));
    }

    private static Answer halting(String text) {
        return turn -> {
            turn.send(bytes(text));
            turn.hang();
        };
    }

    private static Answer answering(String body) {
        return turn -> turn.send(json(body));
    }

    private static Answer token(String value) {
        return answering("{\"token\":" + value + ",\"expires\":1}");
    }

    private static byte[] json(String body) {
        return answer(body.getBytes(UTF_8));
    }

    private static byte[] answer(byte[] body) {
        return joined(bytes(OK + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n"), body);
    }

    private static byte[] text(byte[] answer, String from, String to) {
        return bytes(new String(answer, ISO_8859_1).replace(from, to));
    }

    private static byte[] bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < HUNDRED_MIB_OF_KIBIBYTES; i++) {
                gzip.write(KIBIBYTE);
            }
        }
        return joined(
                bytes(OK + "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n"),
                packed.toByteArray());
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(other);
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
