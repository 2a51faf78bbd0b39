package dev.assay.identity.forgery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A token that is not written yet: what edits work on.
 *
 * @param header first part
 * @param payload second part
 * @param signature third part: how it is made
 * @param serialisation how the parts are put together
 */
public record TokenDraft(Section header, Section payload, SignaturePlan signature, Serialisation serialisation) {

    /** More attempts than chance can need to find a signature with a rare property. */
    private static final int ATTEMPTS = 5_000;

    /** The draft of a sound token: signed by its issuer, written in compact form. */
    public static TokenDraft sound(Members header, Members payload) {
        return new TokenDraft(
                Section.of(header), Section.of(payload), SignaturePlan.sound(), Serialisation.Composed.COMPACT);
    }

    TokenDraft withHeader(UnaryOperator<Section> change) {
        return new TokenDraft(change.apply(header), payload, signature, serialisation);
    }

    TokenDraft withPayload(UnaryOperator<Section> change) {
        return new TokenDraft(header, change.apply(payload), signature, serialisation);
    }

    TokenDraft with(Part part, UnaryOperator<Section> change) {
        return part == Part.HEADER ? withHeader(change) : withPayload(change);
    }

    TokenDraft with(SignaturePlan other) {
        return new TokenDraft(header, payload, other, serialisation);
    }

    TokenDraft with(Serialisation other) {
        return new TokenDraft(header, payload, signature, other);
    }

    Section section(Part part) {
        return part == Part.HEADER ? header : payload;
    }

    /** Signs and writes the token. */
    public WrittenToken write(Circumstances circumstances) {
        return write(new Workbench(circumstances, this));
    }

    WrittenToken write(Workbench bench) {
        var draft = this;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var octets = draft.signature.sign(draft.signingInput(bench), bench);
            if (draft.signature.canChange(octets)) {
                return draft.written(draft.signature.encoded(octets, bench), bench);
            }
            draft = draft.withFreshTokenId();
        }
        throw new IllegalStateException("No signature with the wanted property in " + ATTEMPTS + " attempts");
    }

    private WrittenToken written(String signaturePart, Workbench bench) {
        var parts = new Serialisation.Parts(header.encoded(bench), payload.encoded(bench), signaturePart);
        var text = serialisation.write(parts, bench);
        return new WrittenToken(
                text, header.text(bench), payload.text(bench), payload.members().decoded());
    }

    private byte[] signingInput(Workbench bench) {
        var input = signature.overCanonicalText()
                ? header.with(Encoding.BASE64URL).encoded(bench) + "."
                        + payload.with(Encoding.BASE64URL).encoded(bench)
                : header.encoded(bench) + "." + payload.encoded(bench);
        return input.getBytes(StandardCharsets.UTF_8);
    }

    private TokenDraft withFreshTokenId() {
        return withPayload(section -> section.with(
                members -> members.with("jti", JsonText.quoted(UUID.randomUUID().toString()))));
    }

    /** Applies edits in their order. */
    TokenDraft edited(List<? extends Edit> edits, Workbench bench) {
        var draft = this;
        for (var edit : new ArrayList<>(edits)) {
            draft = edit.apply(draft, bench);
        }
        return draft;
    }
}
