package dev.assay.identity.forgery;

import java.nio.charset.StandardCharsets;
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
record TokenDraft(Section header, Section payload, SignaturePlan signature, Serialisation serialisation) {

    /** More attempts than chance can need to find a signature with a rare property. */
    private static final int ATTEMPTS = 5_000;

    /** The draft of a sound token: signed by its issuer, written in compact form. */
    static TokenDraft sound(Members header, Members payload) {
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
    WrittenToken write(Circumstances circumstances) {
        return write(new Workbench(circumstances, this));
    }

    WrittenToken write(Workbench bench) {
        var draft = this;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var headerPart = draft.header.encoded(bench);
            var payloadPart = draft.payload.encoded(bench);
            var input = signature.overCanonicalText() ? draft.canonical(bench) : headerPart + "." + payloadPart;
            var octets = signature.sign(input.getBytes(StandardCharsets.UTF_8), bench);
            if (signature.suits(octets, bench)) {
                var signaturePart = signature.encoded(octets, bench);
                return draft.written(new Serialisation.Parts(headerPart, payloadPart, signaturePart), bench);
            }
            draft = draft.withFreshTokenId();
        }
        throw new IllegalStateException("No signature with the wanted property in " + ATTEMPTS + " attempts");
    }

    private WrittenToken written(Serialisation.Parts parts, Workbench bench) {
        return new WrittenToken(
                serialisation.write(parts, bench),
                header.text(bench),
                payload.text(bench),
                payload.members().decoded());
    }

    /** What a signature covers when each part is encoded as it should be. */
    private String canonical(Workbench bench) {
        return header.with(Encoding.BASE64URL).encoded(bench)
                + "."
                + payload.with(Encoding.BASE64URL).encoded(bench);
    }

    private TokenDraft withFreshTokenId() {
        return withPayload(section -> section.with(
                members -> members.with("jti", JsonText.quoted(UUID.randomUUID().toString()))));
    }

    /** Applies edits in their order. */
    TokenDraft edited(List<? extends Edit> edits, Workbench bench) {
        var draft = this;
        for (var edit : edits) {
            draft = edit.apply(draft, bench);
        }
        return draft;
    }
}
