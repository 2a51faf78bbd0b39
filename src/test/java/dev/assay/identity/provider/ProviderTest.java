package dev.assay.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.identity.knowledge.KnowledgeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderTest {

    @TempDir
    Path directory;

    @Test
    void everyShippedProviderFollowsItsSchemaAndNamesItsSources() {
        assertThat(ProviderCatalogue.shipped().all())
                .isNotEmpty()
                .allMatch(provider -> !provider.sources().isEmpty());
    }

    @Test
    void claimsSayWhatAPolicyMayRelyOn() {
        var github = ProviderCatalogue.shipped().find("github-actions").orElseThrow();

        assertThat(github.claim("repository").orElseThrow().kind()).isEqualTo(Claim.Kind.NAME);
        assertThat(github.claim("repository_owner_id").orElseThrow().kind()).isEqualTo(Claim.Kind.STABLE);
        assertThat(github.claim("environment").orElseThrow().present()).isEqualTo(Claim.Presence.WITH_ENVIRONMENT);
    }

    @Test
    void usersOwnFileIsReadLikeAShippedOne() throws IOException {
        var file = file(shipped().replace("id: github-actions", "id: my-provider"));

        assertThat(Provider.at(file).id()).isEqualTo("my-provider");
    }

    @Test
    void faultsAreReportedWithFileAndPlace() throws IOException {
        var file = file(shipped().replace("lifetimeSeconds: 300", "lifetimeSeconds: soon"));

        assertThatThrownBy(() -> Provider.at(file))
                .isInstanceOf(KnowledgeException.class)
                .hasMessageContaining("provider.yaml")
                .hasMessageContaining("/lifetimeSeconds")
                .hasMessageContaining("integer");
    }

    @Test
    void unknownKeysAreFaults() throws IOException {
        var file = file(shipped() + "\nlifetime: 5\n");

        assertThatThrownBy(() -> Provider.at(file))
                .isInstanceOf(KnowledgeException.class)
                .hasMessageContaining("lifetime");
    }

    @Test
    void brokenYamlIsReportedWithItsLine() throws IOException {
        var file = file("id: a\n  title: [\n");

        assertThatThrownBy(() -> Provider.at(file))
                .isInstanceOf(KnowledgeException.class)
                .hasMessageMatching("(?s).*provider\\.yaml:\\d+: .*");
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("provider.yaml"), yaml);
    }

    private static String shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ProviderTest.class.getResourceAsStream("/identity-providers/github-actions.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
