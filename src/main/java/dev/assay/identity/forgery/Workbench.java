package dev.assay.identity.forgery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.identity.key.JsonWebKey;
import dev.assay.identity.key.SigningKey;
import dev.assay.identity.knowledge.Template;
import java.math.BigInteger;
import java.security.KeyPair;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Where one token is forged: the circumstances, the sound token as a model, and the values that a forgery's templates may use. */
final class Workbench {

    private static final Pattern TIME = Pattern.compile("now([+-]\\d+)?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Circumstances circumstances;
    private final TokenDraft sound;
    private Optional<KeyPair> ecKey = Optional.empty();

    Workbench(Circumstances circumstances, TokenDraft sound) {
        this.circumstances = circumstances;
        this.sound = sound;
    }

    Circumstances circumstances() {
        return circumstances;
    }

    /** The attacker's P-256 key, the same for the whole token. */
    KeyPair ecKey() {
        var key = ecKey.orElseGet(EcSignatures::freshKey);
        ecKey = Optional.of(key);
        return key;
    }

    byte[] soundSignature() {
        var input = sound.header().encoded(this) + "." + sound.payload().encoded(this);
        return circumstances.key().sign(input.getBytes(UTF_8));
    }

    String fill(String template, UnaryOperator<String> values) {
        return Template.fill(template, values);
    }

    /** Fills a template of plain text. */
    String fillText(String template) {
        return Template.fill(template, this::text);
    }

    /** Fills a template of JSON text: keys and certificates go in as they are, other values as the inside of a JSON string. */
    String fillJson(String template) {
        return Template.fill(template, name -> json(name).orElseGet(() -> JsonText.escaped(text(name))));
    }

    /**
     * The value with this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    String text(String name) {
        var colon = name.indexOf(':');
        if (colon > 0) {
            return computed(name.substring(0, colon), name.substring(colon + 1));
        }
        var time = TIME.matcher(name);
        if (time.matches()) {
            var seconds = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
            return Long.toString(circumstances.now().getEpochSecond() + seconds);
        }
        return named(name);
    }

    private String named(String name) {
        var attacker = circumstances.attacker();
        return switch (name) {
            case "issuer" -> circumstances.issuer();
            case "keySetUrl" -> circumstances.keySetUrl();
            case "audience" -> circumstances.audience();
            case "defaultAudience" -> circumstances.defaultAudience();
            case "keyId" -> circumstances.key().keyId();
            case "otherKeyId" -> circumstances.otherKey().keyId();
            case "otherThumbprint" -> circumstances.otherKey().certificateThumbprint();
            case "attacker" -> attacker.url();
            case "attackerAuthority" -> attacker.authority();
            case "attackerKeyId" -> attacker.key().keyId();
            case "attackerThumbprint" -> attacker.key().certificateThumbprint();
            case "soundToken" -> soundHeader() + "." + soundPayload() + "." + Encoding.base64url(soundSignature());
            case "soundHeader" -> soundHeader();
            case "soundPayload" -> soundPayload();
            case "soundClaims" -> sound.payload().members().text();
            case "attackersToken" -> attackersToken();
            case "freshId" -> UUID.randomUUID().toString();
            default ->
                throw new IllegalArgumentException("A forgery uses the value ${" + name + "}, which does not exist");
        };
    }

    private String computed(String function, String argument) {
        return switch (function) {
            case "claim" ->
                sound.payload()
                        .members()
                        .valueText(argument)
                        .flatMap(text -> Member.of(argument, text).value())
                        .orElseThrow(() -> new InapplicableForgery("The sound token has no claim '" + argument + "'"))
                        .asText();
            case "issuer" -> IssuerSpelling.named(argument).of(circumstances.issuer());
            case "audience" -> AudienceSpelling.named(argument).of(circumstances.audience());
            case "workflow" -> WorkflowReference.of(text("claim:workflow_ref")).part(argument);
            case "times" -> repeated(argument);
            case "sum" -> sum(argument);
            default -> Respelling.named(function).of(text(argument));
        };
    }

    /** {@code 1000:a} is a thousand times {@code a}. */
    private static String repeated(String argument) {
        var colon = argument.indexOf(':');
        return argument.substring(colon + 1).repeat(Integer.parseInt(argument.substring(0, colon)));
    }

    /** {@code 5:claim:x} is the claim's number plus five. */
    private String sum(String argument) {
        var colon = argument.indexOf(':');
        return new BigInteger(text(argument.substring(colon + 1)))
                .add(new BigInteger(argument.substring(0, colon)))
                .toString();
    }

    private Optional<String> json(String name) {
        return switch (name) {
            case "attackerJwk" ->
                Optional.of(write(JsonWebKey.of(circumstances.attacker().key(), false)));
            case "attackerEcJwk" -> Optional.of(EcSignatures.jwk(ecKey()));
            case "attackerCertificates" ->
                Optional.of(certificates(circumstances.attacker().key()));
            case "issuerCertificates" -> Optional.of(certificates(circumstances.key()));
            case "soundClaims" -> Optional.of(sound.payload().members().text());
            default -> Optional.empty();
        };
    }

    private String soundHeader() {
        return sound.header().encoded(this);
    }

    private String soundPayload() {
        return sound.payload().encoded(this);
    }

    private String attackersToken() {
        var input = soundHeader() + "." + soundPayload();
        var signature = circumstances.attacker().key().sign(input.getBytes(UTF_8));
        return input + "." + Encoding.base64url(signature);
    }

    private static String certificates(SigningKey key) {
        return "[" + JsonText.quoted(key.certificateBase64()) + "]";
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A key of our own making cannot be written", e);
        }
    }
}
