package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.Wire;
import dev.assay.report.ConsoleSummary;
import dev.assay.report.ReportDirectory;
import dev.assay.result.Result;
import dev.assay.result.Verdict;
import dev.assay.run.Fault.Tls;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a whole run leaves behind has a secret in it that went over the wire in its course. */
class SecretsOfARunIT {
    private static final Certificates CERTIFICATES = new Certificates();

    private final IssuedSecrets issued = new IssuedSecrets();
    private final StringBuffer log = new StringBuffer();

    @Test
    void noReportLogOrAttachmentHasASecretInIt(@TempDir Path folder) throws IOException {
        var logger = Logger.getLogger("");
        var listener = listener();
        logger.addHandler(listener);
        var allure = folder.resolve("allure");
        Files.createDirectories(allure);
        try (var laboratory = new Laboratory(Wire.open(Duration.ofSeconds(30), Optional.empty()))) {
            var run = laboratory.run(FeatureLibrary.shipped(), laboratory.sound(this::recorded), allure);
            var result = new Result(
                    Result.SCHEMA_VERSION,
                    "test",
                    "test",
                    Instant.EPOCH,
                    1,
                    "assay run",
                    List.of(),
                    List.of(run),
                    run.summary());
            var report = new ReportDirectory(folder.resolve("out")).write(result, allure);
            var console = new ConsoleSummary(false, true).render(result, report);

            assertThat(run.scenarios())
                    .filteredOn(s -> s.verdict() == Verdict.PASSED)
                    .hasSizeGreaterThan(400);
            assertThat(issued.signatures()).hasSizeGreaterThan(500);
            assertThat(issued.tokens()).hasSizeGreaterThan(300);
            assertThat(issued.in(console + log)).isEmpty();
            assertThat(files(folder))
                    .hasSizeGreaterThan(500)
                    .allSatisfy(file -> assertThat(issued.in(text(file)))
                            .as(folder.relativize(file).toString())
                            .isEmpty());
            aPlantedSecretIsFound(report);
        } finally {
            logger.removeHandler(listener);
        }
    }

    /** The test can fail. */
    private void aPlantedSecretIsFound(Path report) throws IOException {
        var planted = report.resolve("planted.html");
        var signature = issued.signatures().stream()
                .filter(s -> s.chars().distinct().count() > 1)
                .findFirst()
                .orElseThrow();
        var token = issued.tokens().stream()
                .filter(t -> t.startsWith("pypi-"))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                planted,
                "<td>eyJhbGciOiJub25lIn0.eyJhIjoxfQ." + signature + "</td> &quot;" + token + "&quot;" + " cut: "
                        + token.substring(0, 24) + "…");

        assertThat(issued.in(text(planted)))
                .contains(signature, token.substring(0, 24))
                .hasSizeGreaterThan(2);
    }

    private EmbeddedRegistries.Running recorded(EmbeddedRegistries.Running registry) {
        var everything = new Fault("records", "/", this::record, Tls.NONE, false, "", Verdict.PASSED, "");
        var front = new HostileFront(registry.baseUri(), everything, CERTIFICATES, new AtomicLong());
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

    private void record(HostileFront.Turn turn) throws IOException {
        issued.sent(turn.request());
        var answer = turn.registrysAnswer();
        issued.received(answer);
        turn.send(answer);
    }

    private Handler listener() {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                log.append(entry.getMessage()).append('\n').append(entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
