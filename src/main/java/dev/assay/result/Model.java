package dev.assay.result;

import java.util.List;

/**
 * What an embedded model of a registry rests on.
 *
 * @param basis {@code source}, {@code documentation} or {@code inferred}
 * @param source what was read
 * @param date ISO date on which it was current
 * @param notes parts of the model that rest on less
 */
public record Model(String basis, String source, String date, List<EvidenceNote> notes) {
    public Model {
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /**
     * A part of a model that rests on less than the rest.
     *
     * @param requirements ids of the requirements whose verdicts depend on it
     * @param basis {@code documentation}, {@code inferred}, or {@code unknown} where the model had to choose
     * @param note what is assumed
     * @param source where that comes from
     */
    public record EvidenceNote(List<String> requirements, String basis, String note, String source) {}

    /** What the verdict on a requirement rests on: the note about it, else what the whole model rests on. */
    public String basisFor(String requirement) {
        return notes.stream()
                .filter(note -> note.requirements().contains(requirement))
                .map(EvidenceNote::basis)
                .findFirst()
                .orElse(basis);
    }

    /** What is assumed where a requirement is concerned. */
    public List<EvidenceNote> notesFor(String requirement) {
        return notes.stream()
                .filter(note -> note.requirements().contains(requirement))
                .toList();
    }
}
