package dev.assay.requirement;

import dev.assay.result.Level;
import java.util.List;
import java.util.Optional;

/**
 * One checkable statement.
 *
 * @param id such as {@code JWT-6}; stable
 * @param title a few words
 * @param level how binding it is
 * @param statement one sentence about the registry
 * @param rationale what goes wrong otherwise
 * @param sources where it comes from
 * @param notYet why no scenario tests it yet
 * @param declared why it is only declared by the profile instead of tested
 */
public record Requirement(
        String id,
        String title,
        Level level,
        String statement,
        String rationale,
        List<Source> sources,
        Optional<String> notYet,
        Optional<String> declared) {

    /** The chapter's id: what stands before the hyphen. */
    public String chapter() {
        return id.substring(0, id.indexOf('-'));
    }

    /**
     * A place in a document.
     *
     * @param document id of a document of the catalogue
     * @param section heading or number
     */
    public record Source(String document, String section) {}
}
