package dev.assay.reference.dialect.pypi;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A macaroon in the binary format, version 2 (pypi/warehouse warehouse/macaroons/services.py, ecordell/pymacaroons).
 *
 * @param location host name of the registry
 * @param identifier by which it is found
 * @param caveats JSON texts, in order
 * @param signature 64 hexadecimal digits
 */
record Macaroon(String location, String identifier, List<String> caveats, String signature) {

    private static final int END = 0;
    private static final int LOCATION = 1;
    private static final int IDENTIFIER = 2;
    private static final int SIGNATURE = 6;

    Macaroon {
        caveats = List.copyOf(caveats);
    }

    /** Made with the key that the registry keeps for it. */
    static Macaroon signed(byte[] key, String location, String identifier, List<String> caveats) {
        return new Macaroon(location, identifier, caveats, HexFormat.of().formatHex(chain(key, identifier, caveats)));
    }

    /** With one more caveat, which anybody can add who holds it: the signature so far is the key for the next one. */
    Macaroon with(String caveat) {
        var more = new ArrayList<>(caveats);
        more.add(caveat);
        var next = hmac(HexFormat.of().parseHex(signature), utf8(caveat));
        return new Macaroon(location, identifier, more, HexFormat.of().formatHex(next));
    }

    /** Whether nobody without the key has changed it, other than by adding caveats. */
    boolean isSignedWith(byte[] key) {
        return MessageDigest.isEqual(
                chain(key, identifier, caveats), HexFormat.of().parseHex(signature));
    }

    /** As base64url text without padding. */
    String text() {
        var out = new ByteArrayOutputStream();
        out.write(2);
        field(out, LOCATION, utf8(location));
        field(out, IDENTIFIER, utf8(identifier));
        out.write(END);
        for (var caveat : caveats) {
            field(out, IDENTIFIER, utf8(caveat));
            out.write(END);
        }
        out.write(END);
        field(out, SIGNATURE, HexFormat.of().parseHex(signature));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    /** Reads such a text; empty if it is none. */
    static Optional<Macaroon> parse(String text) {
        try {
            var in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return in.get() == 2 ? Optional.of(parse(in)) : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException notOne) {
            return Optional.empty();
        }
    }

    private static Macaroon parse(ByteBuffer in) {
        var location = string(field(in, LOCATION));
        var identifier = string(field(in, IDENTIFIER));
        expect(in, END);
        var caveats = new ArrayList<String>();
        while (in.get(in.position()) != END) {
            caveats.add(string(field(in, IDENTIFIER)));
            expect(in, END);
        }
        expect(in, END);
        return new Macaroon(location, identifier, caveats, HexFormat.of().formatHex(field(in, SIGNATURE)));
    }

    private static void field(ByteArrayOutputStream out, int type, byte[] content) {
        out.write(type);
        var length = content.length;
        while (length > 0x7f) {
            out.write((length & 0x7f) | 0x80);
            length >>>= 7;
        }
        out.write(length);
        out.writeBytes(content);
    }

    private static byte[] field(ByteBuffer in, int type) {
        expect(in, type);
        var length = 0;
        var shift = 0;
        int octet;
        do {
            octet = in.get();
            length |= (octet & 0x7f) << shift;
            shift += 7;
        } while (octet < 0 && shift < 28);
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var content = new byte[length];
        in.get(content);
        return content;
    }

    private static void expect(ByteBuffer in, int type) {
        if (in.get() != type) {
            throw new IllegalArgumentException("not a macaroon");
        }
    }

    private static byte[] chain(byte[] key, String identifier, List<String> caveats) {
        // the name of the derivation, padded with zeros to the length of a hash
        var signature = hmac(hmac(Arrays.copyOf(utf8("macaroons-key-generator"), 32), key), utf8(identifier));
        for (var caveat : caveats) {
            signature = hmac(signature, utf8(caveat));
        }
        return signature;
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String string(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
