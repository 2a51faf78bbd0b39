package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.calibration.DefectCatalogue;
import dev.assay.requirement.Catalogue;
import dev.assay.run.FeatureLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RequirementPagesTest {
    private static final String PAGE = RequirementPages.of(
                    Catalogue.shipped(), FeatureLibrary.shipped(), DefectCatalogue.shipped())
            .render();

    @Test
    void thePageInDocsIsUpToDate() throws IOException {
        assertThat(Files.readString(Path.of("docs/requirements.md")))
                .as(
                        "stale; make it anew: java -jar target/assay.jar list requirements --markdown > docs/requirements.md")
                .isEqualTo(PAGE);
    }

    @Test
    void everyRequirementIsOnItWithLevelSourceScenariosAndDefects() {
        for (var requirement : Catalogue.shipped().requirements()) {
            var section = section(requirement.id() + " " + requirement.title());
            assertThat(section).contains("**" + requirement.level() + ".**", "Source: [");
            if (requirement.notYet().isEmpty() && requirement.declared().isEmpty()) {
                assertThat(section).containsPattern("\\d+ scenarios?</summary>").contains("(../features/");
            } else {
                assertThat(section).contains("No scenario: ");
            }
        }
        assertThat(section("JWT-9 An ID token works once"))
                .contains("Noticed by")
                .contains("(`replay-none`)");
    }

    @Test
    void everyFeatureFileThatItLinksToExists() {
        assertThat(PAGE.lines().filter(line -> line.startsWith("[features/")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Path.of(line.substring(1, line.indexOf(']'))))
                        .exists());
    }

    private static String section(String heading) {
        var start = PAGE.indexOf("\n### " + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        var end = PAGE.indexOf("\n### ", start + 1);
        return PAGE.substring(start, end < 0 ? PAGE.length() : end);
    }
}
