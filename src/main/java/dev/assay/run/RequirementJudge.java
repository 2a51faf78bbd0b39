package dev.assay.run;

import dev.assay.profile.Profile;
import dev.assay.requirement.Catalogue;
import dev.assay.requirement.Requirement;
import dev.assay.result.DeviationResult;
import dev.assay.result.RequirementResult;
import dev.assay.result.ScenarioResult;
import dev.assay.result.SourceReference;
import dev.assay.result.Verdict;
import java.util.List;
import java.util.Optional;

/** From the verdicts of scenarios to the verdict of each requirement. */
final class RequirementJudge {
    private static final List<Verdict> WORST_FIRST =
            List.of(Verdict.FAILED, Verdict.CANT_TELL, Verdict.UNTESTED, Verdict.PASSED, Verdict.INAPPLICABLE);

    private final Catalogue catalogue;
    private final Profile profile;
    private final Deviations deviations;

    RequirementJudge(Catalogue catalogue, Profile profile, Deviations deviations) {
        this.catalogue = catalogue;
        this.profile = profile;
        this.deviations = deviations;
    }

    List<RequirementResult> judge(List<ScenarioResult> scenarios) {
        return catalogue.requirements().stream().map(r -> judge(r, scenarios)).toList();
    }

    private RequirementResult judge(Requirement requirement, List<ScenarioResult> all) {
        var scenarios = all.stream()
                .filter(s -> s.requirements().contains(requirement.id()))
                .toList();
        var verdict = WORST_FIRST.stream()
                .filter(v -> scenarios.stream().anyMatch(s -> s.verdict() == v))
                .findFirst()
                .orElse(Verdict.UNTESTED);
        var covering = scenarios.stream()
                .filter(s -> s.verdict() == verdict)
                .map(s -> deviations.covering(requirement.id(), s.id(), verdict))
                .toList();
        return new RequirementResult(
                requirement.id(),
                requirement.chapter(),
                requirement.title(),
                requirement.statement(),
                requirement.rationale(),
                requirement.level(),
                sources(requirement),
                verdict,
                !covering.isEmpty() && covering.stream().allMatch(Optional::isPresent),
                covering.stream()
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(d -> new DeviationResult(d.requirement(), d.reason(), d.source(), false)),
                reason(requirement, verdict, scenarios),
                scenarios.stream().map(ScenarioResult::id).toList());
    }

    private Optional<String> reason(Requirement requirement, Verdict verdict, List<ScenarioResult> scenarios) {
        if (verdict == Verdict.PASSED) {
            return Optional.empty();
        }
        if (scenarios.isEmpty()) {
            return Optional.of(requirement
                    .notYet()
                    .or(() -> requirement.declared().map(why -> declared(requirement, why)))
                    .orElse("no scenario of this run bears on it"));
        }
        var reason = scenarios.stream()
                .filter(s -> s.verdict() == verdict)
                .findFirst()
                .flatMap(ScenarioResult::reason);
        return verdict == Verdict.INAPPLICABLE ? reason.map(why -> "nothing applicable: " + why) : reason;
    }

    private String declared(Requirement requirement, String why) {
        var topic = requirement.id().equals("DOC-1") ? "securityModel" : "providerGuides";
        var link = profile.links().get(topic);
        return link == null
                ? "the profile declares no document; " + why
                : RequirementResult.DECLARED + link + "; " + why;
    }

    private List<SourceReference> sources(Requirement requirement) {
        return requirement.sources().stream()
                .map(source -> {
                    var document = catalogue.documents().get(source.document());
                    return document == null
                            ? new SourceReference(source.document(), source.section(), "")
                            : new SourceReference(document.title(), source.section(), document.link());
                })
                .toList();
    }
}
