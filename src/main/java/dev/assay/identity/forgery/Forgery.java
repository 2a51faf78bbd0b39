package dev.assay.identity.forgery;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A named defect that can be put into an ID token (or a harmless oddity, as a control). It is a list of edits over the draft of the
 * sound token, so that the two are equal in everything else.
 */
public final class Forgery {

    private final String id;
    private final String group;
    private final String title;
    private final Expectation expectation;
    private final List<String> references;
    private final List<Edit> edits;

    Forgery(
            String id,
            String group,
            String title,
            Expectation expectation,
            List<String> references,
            List<? extends Edit> edits) {
        this.id = requireNonNull(id, "id");
        this.group = requireNonNull(group, "group");
        this.title = requireNonNull(title, "title");
        this.expectation = requireNonNull(expectation, "expectation");
        this.references = List.copyOf(references);
        this.edits = List.copyOf(edits);
    }

    /** Short name, as users and features write it. */
    public String id() {
        return id;
    }

    /** What it is about: {@code algorithm}, {@code header}, {@code audience}, ... */
    public String group() {
        return group;
    }

    /** Completes the sentence "an ID token ...". */
    public String title() {
        return title;
    }

    /** What a conforming registry does with it. */
    public Expectation expectation() {
        return expectation;
    }

    /** Standards, vulnerabilities and exercises that it rests on, such as {@code RFC 8725 §3.1}. */
    public List<String> references() {
        return references;
    }

    /**
     * Forges a token.
     *
     * @param sound the token as it would be without the defect
     * @throws InapplicableForgery if the defect would change nothing in this token
     */
    WrittenToken forge(TokenDraft sound, Circumstances circumstances) {
        var bench = new Workbench(circumstances, sound);
        var forged = sound.edited(edits, bench);
        if (forged.equals(sound)) {
            throw new InapplicableForgery("The forgery '" + id + "' would change nothing in this token");
        }
        return forged.write(bench);
    }

    /** Whether the result is still a compact token that its issuer signed as it is sent. */
    boolean keepsSignature(TokenDraft sound, Circumstances circumstances) {
        var draft = sound.edited(edits, new Workbench(circumstances, sound));
        return draft.signature().equals(SignaturePlan.sound())
                && draft.serialisation().equals(Serialisation.Composed.COMPACT);
    }

    @Override
    public String toString() {
        return id;
    }
}
