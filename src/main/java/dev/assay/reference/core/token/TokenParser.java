package dev.assay.reference.core.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.ParsingRules;
import dev.assay.reference.behaviour.ParsingRules.Encrypted;
import dev.assay.reference.behaviour.ParsingRules.Malformed;
import dev.assay.reference.behaviour.ParsingRules.Nested;
import dev.assay.reference.behaviour.ParsingRules.Pick;
import dev.assay.reference.behaviour.ParsingRules.SurroundingSpace;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.core.failure.Tolerance;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes the text of an ID token apart (RFC 7519 §7.2, RFC 7515 §5.2). Nothing in the result is verified. */
public final class TokenParser {

    private final ParsingRules rules;
    private final Base64Text base64;
    private final HeaderGate gate;

    /** A parser that is as strict as the rules. */
    public TokenParser(ParsingRules rules) {
        this.rules = rules;
        this.base64 = new Base64Text(rules.alphabet());
        this.gate = new HeaderGate(rules);
    }

    /**
     * The parts of the token.
     *
     * @throws Refused if the text is not an ID token
     * @throws ServerFault if the behaviour crashes over it
     */
    public CompactToken parse(String presented) throws Refused {
        if (rules.maximumTokenBytes().exceededBy(presented.length())) {
            throw new Refused(Reason.MALFORMED_TOKEN, "the token is too long");
        }
        try {
            return compact(trimmed(presented));
        } catch (MalformedToken malformed) {
            if (rules.malformed() == Malformed.SERVER_ERROR) {
                throw new ServerFault("malformed token: " + malformed.getMessage());
            }
            throw new Refused(Reason.MALFORMED_TOKEN, String.valueOf(malformed.getMessage()));
        }
    }

    private String trimmed(String text) {
        return rules.surroundingSpace() == SurroundingSpace.TRIMMED ? text.strip() : text;
    }

    private CompactToken compact(String text) throws Refused, MalformedToken {
        if (text.startsWith("{")) {
            return compact(flattened(text));
        }
        var parts = parts(text);
        var header =
                object(base64.decode(parts.get(0)), rules.duplicateMembers().verified());
        gate.admit(header);
        var payload = gate.isUnencoded(header) ? utf8(parts.get(1)) : base64.decode(parts.get(1));
        var inner = string(payload);
        if (isCompact(inner)) {
            return nested(header, parts, inner);
        }
        return token(text, header, parts, payload);
    }

    private CompactToken token(String text, ObjectNode header, List<String> parts, byte[] payload)
            throws Refused, MalformedToken {
        var signature = Base64URL.encode(base64.decode(parts.get(2)));
        var claims = object(payload, rules.duplicateMembers().verified());
        var issuer = object(payload, rules.duplicateMembers().unverified()).path("iss");
        return new CompactToken(text, header, issuer, claims, parts.get(0) + "." + parts.get(1), signature);
    }

    private List<String> parts(String text) throws Refused, MalformedToken {
        var parts = List.of(text.split("\\.", -1));
        if (parts.size() == 5 && rules.encrypted() == Encrypted.SERVER_ERROR) {
            throw new ServerFault("no key to decrypt a token with");
        }
        if (parts.size() == 5 && rules.encrypted() == Encrypted.DECRYPTED) {
            decrypt(parts);
        }
        if (parts.size() == 5 && rules.encrypted() == Encrypted.READ_AS_SIGNED) {
            return parts.subList(0, 3);
        }
        if (parts.size() != 3) {
            throw new MalformedToken("the token does not have three parts");
        }
        return parts;
    }

    private void decrypt(List<String> parts) throws Refused, MalformedToken {
        for (var part : parts) {
            base64.decode(part);
        }
        var header =
                object(base64.decode(parts.get(0)), rules.duplicateMembers().verified());
        if (new EncryptedToken(header).isTried()) {
            throw new ServerFault("no key to decrypt a token with");
        }
    }

    private CompactToken nested(ObjectNode outerHeader, List<String> outerParts, String inner)
            throws Refused, MalformedToken {
        if (rules.nested() == Nested.REFUSED) {
            throw new MalformedToken("the payload is itself a token");
        }
        var innerToken = compact(inner);
        if (rules.nested() == Nested.INNER_VERIFIED) {
            return innerToken;
        }
        return new CompactToken(
                innerToken.text(),
                outerHeader,
                innerToken.assertedIssuer(),
                innerToken.claims(),
                outerParts.get(0) + "." + outerParts.get(1),
                Base64URL.encode(base64.decode(outerParts.get(2))));
    }

    private boolean isCompact(String payload) {
        return payload.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*");
    }

    /** RFC 7515 §7.2: the flattened form, or the first signature of the general one, as a compact text. */
    private String flattened(String text) throws Refused, MalformedToken {
        Tolerance.apply(rules.jsonSerialisation(), Reason.MALFORMED_TOKEN, "the token is in JSON serialisation");
        var jws = new JsonText(Pick.LAST, rules.maximumDepth(), Leniency.REFUSED).read(text);
        var signer = jws.has("signatures") ? jws.path("signatures").path(0) : jws;
        return member(signer, "protected") + "." + member(jws, "payload") + "." + member(signer, "signature");
    }

    private static String member(JsonNode object, String name) throws MalformedToken {
        if (!object.path(name).isTextual()) {
            throw new MalformedToken("the JSON serialisation lacks " + name);
        }
        return object.path(name).textValue();
    }

    private ObjectNode object(byte[] json, Pick duplicates) throws Refused, MalformedToken {
        var value = new JsonText(duplicates, rules.maximumDepth(), rules.trailingText()).read(string(json));
        if (value instanceof ObjectNode object) {
            return object;
        }
        if (rules.nonObject() == Malformed.SERVER_ERROR) {
            throw new ServerFault("a part is not a JSON object");
        }
        throw new Refused(Reason.MALFORMED_TOKEN, "a part is not a JSON object");
    }

    private String string(byte[] bytes) throws Refused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            Tolerance.apply(rules.brokenText(), Reason.MALFORMED_TOKEN, "a part is not UTF-8");
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
