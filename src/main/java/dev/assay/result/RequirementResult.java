package dev.assay.result;

import java.util.List;
import java.util.Optional;

/**
 * One requirement's verdict in one run.
 *
 * @param id such as {@code JWT-6}
 * @param chapter such as {@code JWT}
 * @param title in a few words
 * @param statement the requirement in one sentence
 * @param rationale what goes wrong otherwise
 * @param level how binding it is
 * @param sources where it comes from, each ready to be shown
 * @param verdict failed if any scenario failed; else cantTell, untested, passed, inapplicable, the first that occurs
 * @param expected whether the verdict was foretold by a deviation of the profile
 * @param deviation the profile's deviation that covers this requirement
 * @param reason why the verdict is not simply passed or failed
 * @param scenarios ids of the scenarios that bear on it
 */
public record RequirementResult(
        String id,
        String chapter,
        String title,
        String statement,
        String rationale,
        Level level,
        List<SourceReference> sources,
        Verdict verdict,
        boolean expected,
        Optional<DeviationResult> deviation,
        Optional<String> reason,
        List<String> scenarios) {

    /** What the reason begins with where the profile names a document and nothing was tried. */
    public static final String DECLARED = "declared: ";

    /** Whether the profile names a document for it, which nobody verified. */
    public boolean wasDeclared() {
        return reason.filter(text -> text.startsWith(DECLARED)).isPresent();
    }
}
