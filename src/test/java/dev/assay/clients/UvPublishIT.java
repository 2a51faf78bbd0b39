package dev.assay.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.clients.OutsideProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** uv publishes to the embedded registry as it does from GitHub Actions: with no token anywhere. */
class UvPublishIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final String uv = Tools.program("uv");
    private final String pip = Tools.program("pip");
    private final List<Path> distributions = Tools.distributions();

    @Test
    void publishesWithNothingButTheJobsEnvironment() throws Exception {
        try (var registry = ServedRegistry.start(folder, "iniconfig")) {
            var published = publish(registry);

            assertThat(published.exitCode())
                    .as(() -> explained(published, registry))
                    .isZero();
            assertThat(published.output())
                    .contains("Publishing 2 files to " + registry.at("/legacy/"))
                    .contains(distributions.stream()
                            .map(d -> "Uploading " + d.getFileName())
                            .toList());
            assertThat(served(registry)).isEqualTo(checksums(distributions));
            assertThat(checksums(List.of(downloaded(registry)))).isEqualTo(checksums(distributions.subList(0, 1)));
        }
    }

    @Test
    void isRefusedWhereAnotherPackageTrustsTheJob() throws Exception {
        try (var registry = ServedRegistry.start(folder, "assay-demo")) {
            var published = publish(registry);

            assertThat(published.exitCode())
                    .as(() -> explained(published, registry))
                    .isEqualTo(2);
            assertThat(published.output()).contains("Non-user identities cannot create new projects");
        }
    }

    private Ended publish(ServedRegistry registry) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                uv,
                "publish",
                "--trusted-publishing",
                "always",
                "--publish-url",
                registry.at("/legacy/").toString()));
        distributions.forEach(distribution -> command.add(distribution.toString()));
        return OutsideProgram.run(folder, registry.environment(), TIMEOUT, command);
    }

    private static Map<String, String> served(ServedRegistry registry) throws Exception {
        var files = new TreeMap<String, String>();
        Https.trusting(registry.authority())
                .get(registry.at("/pypi/iniconfig/2.3.1/json"))
                .path("urls")
                .forEach(file -> files.put(
                        file.path("filename").asText(),
                        file.path("digests").path("sha256").asText()));
        return files;
    }

    /** The wheel, as pip gets it through the index pages. */
    private Path downloaded(ServedRegistry registry) throws IOException, InterruptedException {
        var downloads = Files.createDirectory(folder.resolve("downloads"));
        var download = OutsideProgram.run(
                folder,
                Map.of("PIP_CERT", registry.authority().toString()),
                TIMEOUT,
                List.of(
                        pip,
                        "download",
                        "--disable-pip-version-check",
                        "--no-deps",
                        "--index-url",
                        registry.at("/simple/").toString(),
                        "--dest",
                        downloads.toString(),
                        "iniconfig==2.3.1"));
        assertThat(download.exitCode()).as(() -> explained(download, registry)).isZero();
        return downloads.resolve(distributions.get(0).getFileName());
    }

    private static Map<String, String> checksums(List<Path> files) throws Exception {
        var checksums = new TreeMap<String, String>();
        for (var file : files) {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            checksums.put(file.getFileName().toString(), HexFormat.of().formatHex(digest));
        }
        return checksums;
    }

    private static String explained(Ended client, ServedRegistry registry) {
        return "the client printed:\n" + client.output() + "\n" + registry.output();
    }
}
