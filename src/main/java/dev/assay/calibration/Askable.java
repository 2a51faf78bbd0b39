package dev.assay.calibration;

import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.Verdict;
import java.util.List;
import java.util.Set;

/** Which of the requirements that a defect breaks a kind of registry can be asked about. */
final class Askable {
    private static final Set<Verdict> SILENT = Set.of(Verdict.INAPPLICABLE, Verdict.UNTESTED);

    private Askable() {}

    /**
     * The requirements, at least one.
     *
     * @param sound a whole run of the sound registry
     * @throws InexpressibleException if there is none
     */
    static List<String> of(Defect defect, ProfileRun sound) throws InexpressibleException {
        var silent = sound.requirements().stream()
                .filter(r -> SILENT.contains(r.verdict()))
                .toList();
        var askable = defect.violates().stream()
                .filter(id -> silent.stream().noneMatch(r -> r.id().equals(id)))
                .toList();
        if (askable.isEmpty()) {
            throw new InexpressibleException(reason(defect, silent));
        }
        return askable;
    }

    private static String reason(Defect defect, List<RequirementResult> silent) {
        return silent.stream()
                .filter(r -> defect.violates().contains(r.id()))
                .findFirst()
                .map(r -> r.id() + " has no verdict here: "
                        + r.reason().orElse(r.verdict().word()))
                .orElse("no requirement that it breaks has a verdict here");
    }
}
