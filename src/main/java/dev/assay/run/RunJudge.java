package dev.assay.run;

import dev.assay.profile.Profile;
import dev.assay.requirement.Catalogue;
import dev.assay.result.ProfileRun;
import dev.assay.result.ScenarioResult;
import dev.assay.result.TargetDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** From the results of a registry's scenarios to the result of its run. */
record RunJudge(Catalogue catalogue, Profile profile, Deviations deviations) {

    ProfileRun judge(
            TargetDescription target,
            String identityProvider,
            Instant startedAt,
            Instant endedAt,
            List<ScenarioResult> scenarios) {
        var requirements = new RequirementJudge(catalogue, profile, deviations).judge(scenarios);
        var deviationResults = deviations.results(scenarios);
        return new ProfileRun(
                profile.id(),
                profile.title(),
                target,
                identityProvider,
                startedAt,
                Duration.between(startedAt, endedAt).toMillis(),
                Summaries.hallmark(catalogue, requirements),
                requirements,
                scenarios,
                deviationResults,
                Summaries.of(scenarios, requirements, deviationResults));
    }
}
