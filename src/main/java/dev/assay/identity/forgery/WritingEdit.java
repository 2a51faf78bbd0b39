package dev.assay.identity.forgery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Changes of how a draft is written, encoded, signed and put together. */
sealed interface WritingEdit extends Edit {

    /**
     * Puts another text where a JSON object should stand.
     *
     * @param as template of the text; <code>${json}</code> is the object
     * @param charset how the text becomes octets, UTF-8 when absent
     */
    record Text(Part in, String as, Optional<String> charset) implements WritingEdit {
        @Override
        public TokenDraft apply(TokenDraft draft, Workbench bench) {
            var octets = charset.map(Charset::forName).orElse(StandardCharsets.UTF_8);
            return draft.with(in, section -> section.withText(as, octets));
        }
    }

    /**
     * Encodes a part in another way.
     *
     * @param afterSigning whether the signature covers the right encoding, and not what is sent
     */
    record Encode(Segment part, Encoding as, boolean afterSigning) implements WritingEdit {

        /** A part of a compact token. */
        enum Segment {
            @JsonProperty("header")
            HEADER,
            @JsonProperty("payload")
            PAYLOAD,
            @JsonProperty("signature")
            SIGNATURE
        }

        @Override
        public TokenDraft apply(TokenDraft draft, Workbench bench) {
            var encoded = switch (part) {
                case HEADER -> draft.withHeader(section -> section.with(as));
                case PAYLOAD -> draft.withPayload(section -> section.with(as));
                case SIGNATURE -> draft.with(draft.signature().with(as));
            };
            return afterSigning ? encoded.with(encoded.signature().coveringCanonicalText()) : encoded;
        }
    }

    /** Lets somebody else sign, or in another way. */
    record Sign(Signer signer) implements WritingEdit {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Sign {
            requireNonNull(signer, "signer");
        }

        @Override
        public TokenDraft apply(TokenDraft draft, Workbench bench) {
            return draft.with(draft.signature().with(signer));
        }
    }

    /** Changes the finished signature. */
    record Change(SignatureChange signature) implements WritingEdit {
        @Override
        public TokenDraft apply(TokenDraft draft, Workbench bench) {
            return draft.with(draft.signature().with(signature));
        }
    }

    /** Puts the parts together in another way; see {@link Serialisation.Composed}. */
    record Compose(String as) implements WritingEdit {
        @Override
        public TokenDraft apply(TokenDraft draft, Workbench bench) {
            return draft.with(new Serialisation.Composed(as));
        }
    }

    /** Encrypts the token; see {@link Encryption}. */
    record Encrypt(String algorithm, Encryption.Content content) implements WritingEdit {
        @Override
        public TokenDraft apply(TokenDraft draft, Workbench bench) {
            return draft.with(new Encryption(algorithm, content));
        }
    }
}
