package dev.assay.run;

import dev.assay.document.YamlDocument;
import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.requirement.Catalogue;
import dev.assay.result.RequirementResult;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** A small catalogue, and results for it. */
final class Sample {
    /** One requirement of each level, one that nobody tests, and one that is only declared. */
    static final Catalogue CATALOGUE = Catalogue.of(YamlDocument.parse("sample.yaml", """
            version: 1
            documents:
              guide: {title: The guide, link: 'https://example.org/guide'}
            chapters:
              - {id: POL, title: Policy, summary: About policies.}
              - {id: DOC, title: Documentation, summary: About words.}
            requirements:
              - {id: POL-1, title: One, level: MUST, statement: It MUST., rationale: Why., sources: [{document: guide, section: '§1'}]}
              - {id: POL-2, title: Two, level: SHOULD, statement: It SHOULD., rationale: Why., sources: [{document: gone, section: '§2'}]}
              - {id: POL-3, title: Three, level: MAY, statement: It MAY., rationale: Why., sources: []}
              - {id: POL-4, title: Four, level: MUST, statement: It MUST., rationale: Why., sources: [], notYet: nobody wrote it}
              - {id: DOC-1, title: Words, level: SHOULD, statement: It SHOULD., rationale: Why., sources: [], declared: words are words}
            """));

    private Sample() {}

    /**
     * A profile with deviations.
     *
     * @param deviations YAML, a list in flow style
     */
    static Profile profile(String deviations) {
        try {
            var directory = Files.createTempDirectory("assay-sample");
            var file = directory.resolve("sample.yaml");
            Files.writeString(file, "extends: pypi\nid: sample\nkeeps: [links]\ndeviations: " + deviations + "\n");
            try {
                return new Profiles(Optional.empty()).check(file);
            } finally {
                Files.delete(file);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ScenarioResult scenario(String id, Verdict verdict, String... requirements) {
        return scenario(id, verdict, false, requirements);
    }

    static ScenarioResult scenario(String id, Verdict verdict, boolean expected, String... requirements) {
        return new ScenarioResult(
                id,
                id,
                "Feature",
                "features/x.feature:1",
                List.of(requirements),
                verdict,
                expected,
                verdict == Verdict.PASSED ? Optional.empty() : Optional.of("because of " + id),
                1,
                List.of(),
                List.of());
    }

    static List<RequirementResult> judged(Profile profile, ScenarioResult... scenarios) {
        return new RequirementJudge(CATALOGUE, profile, new Deviations(profile)).judge(List.of(scenarios));
    }

    static RequirementResult judged(String id, Profile profile, ScenarioResult... scenarios) {
        return judged(profile, scenarios).stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
