package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.result.Verdict;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Registries may be sound in more than one way: a design that the guide allows is not a finding. */
class SoundVariationsTest {
    private static final Laboratory LABORATORY = new Laboratory();
    private static final FeatureLibrary LIBRARY = FeatureLibrary.shipped();

    @AfterAll
    static void close() {
        LABORATORY.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variations")
    void anotherSoundDesignIsNoFinding(String design, String tags, String change) {
        var run = LABORATORY.run(LIBRARY, LABORATORY.soundBut(change), null, Optional.of(tags));

        assertThat(run.scenarios()).isNotEmpty();
        assertThat(run.scenarios())
                .filteredOn(s -> s.verdict() != Verdict.PASSED && s.verdict() != Verdict.INAPPLICABLE)
                .extracting(s -> s.id() + ": " + s.verdict() + ": " + s.reason().orElse(""))
                .isEmpty();
    }

    private static Stream<Arguments> variations() {
        return Stream.of(
                variation("the type has to be JWT", "@JWT-13 or @JWT-19", "{parsing: {type: jwtOnly}}"),
                variation("no leeway", "@JWT-7 or @JWT-8 or @JWT-9", "{times: {leewaySeconds: 0}}"),
                variation(
                        "a minute of leeway",
                        "@JWT-7 or @JWT-8 or @JWT-9 or @JWT-10",
                        "{times: {leewaySeconds: 60}, replay: {retentionSeconds: 120}}"),
                variation("ID tokens of an hour", "@JWT-11", "{times: {maximumLifetimeSeconds: 3600}}"),
                variation(
                        "keys are kept for a quarter of an hour",
                        "@JWT-14 or @JWT-15 or @JWT-16 or @JWT-17 or @RES-1 or @RES-2",
                        "{keys: {cacheSeconds: 900, refreshPauseSeconds: 60}}"),
                variation("keys are kept for a day", "@JWT-15 or @JWT-16", "{keys: {cacheSeconds: 86400}}"),
                variation(
                        "keys that are used within a minute are kept",
                        "@JWT-15 or @JWT-16",
                        "{keys: {cacheAge: sinceUse}}"),
                variation(
                        "keys are fetched once in ten seconds at most",
                        "@JWT-14 or @JWT-15 or @JWT-16 or @RES-2",
                        "{keys: {refreshPauseSeconds: 10, failedFetchesPerPause: 1}}"),
                variation(
                        "keys that cannot be had make a token invalid",
                        "@RES-1 or @JWT-14 or @JWT-3",
                        "{keys: {failures: {unreachable: invalidToken, badStatus: invalidToken, notJson: invalidToken,"
                                + " incomplete: invalidToken, wrongIssuer: invalidToken, tooLong: invalidToken}}}"),
                variation("an audience in a list of one", "@JWT-6", "{audience: {list: single}}"),
                variation(
                        "names without regard to case, as the forge has them",
                        "@CLM-1 or @CLM-2 or @CLM-4 or @CLM-11",
                        "{providers: {github: {claims: {repository: {match: asciiCaseFolded}, owner: {match: asciiCaseFolded}},"
                                + " workflow: {locationMatch: asciiCaseFolded}}}}"),
                variation("registry tokens for one version each", "@TOK-3 or @TOK-4 or @TOK-8", "{tokens: {uses: 1}}"),
                variation("registry tokens of five minutes", "@TOK-1 or @TOK-2 or @TOK-3 or @TOK-4 or @TOK-8", """
                        {tokens: {lifetimeSeconds: 300, promisedSeconds: 300}}"""),
                variation("more algorithms", "@JWT-2", "{signature: {algorithms: [RS256, ES256, PS256]}}"));
    }

    private static Arguments variation(String design, String tags, String change) {
        return Arguments.of(design, tags, change);
    }
}
