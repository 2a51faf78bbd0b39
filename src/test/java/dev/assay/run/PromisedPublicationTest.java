package dev.assay.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import dev.assay.run.Fault.Tls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that answers every upload with 202 has published what readers see, and nothing else. */
class PromisedPublicationTest {
    private static final Laboratory LABORATORY = new Laboratory();
    private static final FeatureLibrary LIBRARY = FeatureLibrary.shipped();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatReadersDoNotSeeWasNotPublished() throws IOException {
        assertThat(run("{}", "@TOK-4 or @PUB-1 or @PUB-2 or @PUB-3 or @PUB-4"))
                .hasSizeGreaterThan(10)
                .allSatisfy(s -> assertThat(s.verdict())
                        .as(s.id() + ": " + s.reason())
                        .isIn(Verdict.PASSED, Verdict.INAPPLICABLE));
    }

    @Test
    void whatReadersSeeWas() throws IOException {
        assertThat(run("tokens: {scope: everyPackage}", "@TOK-4"))
                .filteredOn(s -> s.verdict() == Verdict.FAILED)
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.reason().orElse("")).startsWith("accepted: "));
    }

    @Test
    void whereNothingIsEverPublishedNothingIsProved() throws IOException {
        var nothing = "publishing: {visibility: hidden}";

        assertThat(run(nothing, "@TOK-4"))
                .filteredOn(s -> s.verdict() != Verdict.INAPPLICABLE)
                .isNotEmpty()
                .allSatisfy(s ->
                        assertThat(s.verdict()).as(s.id() + ": " + s.reason()).isEqualTo(Verdict.CANT_TELL));
    }

    private List<ScenarioResult> run(String change, String tags) throws IOException {
        return LABORATORY
                .run(profile(), LIBRARY, LABORATORY.soundBut(change, PromisedPublicationTest::promising), tags)
                .scenarios();
    }

    private Profile profile() throws IOException {
        var file = Files.writeString(
                folder.resolve("mine.yaml"),
                "extends: pypi-strict\npublish: {operation: {granted: {status: [202]}}}\n");
        return new Profiles(Optional.empty()).load(file.toString());
    }

    private static EmbeddedRegistries.Running promising(EmbeddedRegistries.Running registry) {
        Fault.Answer promise = turn -> {
            turn.registrysAnswer();
            turn.send("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
        };
        var fault = new Fault("promises", "/legacy/", promise, Tls.NONE, false, "", Verdict.PASSED, "");
        var front = new HostileFront(registry.baseUri(), fault, new Certificates(), new AtomicLong());
        return new EmbeddedRegistries.Running() {
            @Override
            public URI baseUri() {
                return front.url();
            }

            @Override
            public void close() {
                front.close();
                registry.close();
            }
        };
    }

    @AfterAll
    static void close() {
        LABORATORY.close();
    }
}
