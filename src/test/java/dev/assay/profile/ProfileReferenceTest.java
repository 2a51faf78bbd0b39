package dev.assay.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProfileReferenceTest {
    private static final ProfileReference REFERENCE = ProfileReference.shipped();

    @Test
    void thePageInDocsIsUpToDate() throws IOException {
        assertThat(Files.readString(Path.of("docs/profiles.md")))
                .as(
                        "stale; make it anew: java -jar target/assay.jar list profile-members --markdown > docs/profiles.md")
                .isEqualTo(REFERENCE.markdown());
    }

    @Test
    void everyMemberIsExplained() {
        assertThat(REFERENCE.members())
                .hasSizeGreaterThan(60)
                .allSatisfy(member ->
                        assertThat(member.description()).as(member.path()).isNotBlank());
    }

    @Test
    void membersInsideMembersAreListed() {
        assertThat(REFERENCE.members())
                .extracting(ProfileReference.Member::path)
                .contains(
                        "extends",
                        "identityProviders.*.pins",
                        "token.lifetimeSeconds",
                        "deviations[].requirement",
                        "operation.before",
                        "request.multipart[].fileName",
                        "answer.where");
    }

    @Test
    void whatHasToBeThereAndWhatItIsStandsWithIt() {
        assertThat(REFERENCE.markdown())
                .contains("| **`token.lifetimeSeconds`** | number | Promised lifetime in seconds. |")
                .contains("| `exchange` | [operation](#operation) |")
                .contains("| `operation.refused` | list of [answers](#answer) |");
    }
}
