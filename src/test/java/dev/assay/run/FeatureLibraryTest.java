package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.document.InvalidDocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureLibraryTest {
    private static final String FEATURE = """
            @smoke
            Feature: Only this

              @POL-1 @POL-2 @other
              Scenario Outline: A <kind> of Ärger
                Given a package with a trusted publisher

                Examples:
                  | kind |
                  | lot  |
                  | bit  |
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void theSourcesAndTheProgramHoldTheSameScenarios() {
        assertThat(FeatureLibrary.of(Path.of("features")).scenarios())
                .isEqualTo(FeatureLibrary.shipped().scenarios())
                .isNotEmpty();
    }

    @Test
    void everyRowIsAScenarioWithAStableIdAPlaceAndItsRequirements() throws IOException {
        Files.createDirectory(directory.resolve("folder"));
        Files.writeString(directory.resolve("folder/only.feature"), FEATURE);

        assertThat(FeatureLibrary.of(directory).scenarios())
                .containsExactly(
                        new ScenarioInfo(
                                "folder/only/a-lot-of-arger",
                                "A lot of Ärger",
                                "Only this",
                                "features/folder/only.feature:10",
                                List.of("POL-1", "POL-2"),
                                List.of("@smoke", "@POL-1", "@POL-2", "@other")),
                        new ScenarioInfo(
                                "folder/only/a-bit-of-arger",
                                "A bit of Ärger",
                                "Only this",
                                "features/folder/only.feature:11",
                                List.of("POL-1", "POL-2"),
                                List.of("@smoke", "@POL-1", "@POL-2", "@other")));
    }

    @Test
    void idsDoNotDependOnHowTheDirectoryIsSpelled() throws IOException {
        var spaced = Files.createDirectory(directory.resolve("with blank & ümlaut"));
        Files.writeString(spaced.resolve("only.feature"), FEATURE);

        assertThat(FeatureLibrary.of(spaced.resolve("../with blank & ümlaut/.")).scenarios())
                .extracting(ScenarioInfo::id)
                .containsExactly("only/a-lot-of-arger", "only/a-bit-of-arger");
    }

    @Test
    void scenariosOfTheSameNameGetNumbers() throws IOException {
        Files.writeString(directory.resolve("x.feature"), """
                Feature: X
                  Scenario: Same
                    Given a package with a trusted publisher
                  Scenario: Same
                    Given a package with a trusted publisher
                """);

        assertThat(FeatureLibrary.of(directory).scenarios())
                .extracting(ScenarioInfo::id)
                .containsExactly("x/same", "x/same-2");
    }

    @Test
    void aDirectoryThatIsNotThereIsRefused() {
        assertThat(problem(directory.resolve("gone")))
                .isEqualTo(directory.resolve("gone") + ": there is no such directory");
    }

    @Test
    void aFileInPlaceOfADirectoryIsRefused() throws IOException {
        var file = Files.writeString(directory.resolve("x.feature"), FEATURE);

        assertThat(problem(file)).startsWith(file + ": ");
    }

    @Test
    void aDirectoryWithoutFeaturesIsRefused() throws IOException {
        Files.writeString(directory.resolve("readme.txt"), "nothing here");

        assertThat(problem(directory)).startsWith(directory + ": has no *.feature file in it");
    }

    @Test
    void aFileThatIsNotGherkinIsRefusedByFileAndLine() throws IOException {
        Files.writeString(
                directory.resolve("bad.feature"), "Feature: X\n  Scenario: Y\n    Given z\n    Sometimes it rains\n");

        assertThat(problem(directory)).contains("bad.feature:4:").hasLineCount(1);
    }

    private static String problem(Path path) {
        return String.valueOf(catchThrowableOfType(InvalidDocumentException.class, () -> FeatureLibrary.of(path))
                .getMessage());
    }
}
