package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.draft.Draft;
import dev.assay.draft.Questionnaire;
import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.registry.TemplateCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class InitTest {
    private static final List<String> SHIPPED = Profiles.SHIPPED;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theSuggestedAnswersMakeAValidProfile() {
        assertThat(init("mine", "--defaults")).isZero();

        var profile = profile();
        assertThat(profile.title()).isEqualTo("mine");
        assertThat(profile.audience().literal()).contains("mine");
        assertThat(profile.token().lifetimeSeconds()).isEqualTo(900);
        assertThat(profile.readBack()).isEmpty();
        assertThat(TemplateCheck.of(profile)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void everyShippedProfileCanBeExtendedInTenLines(String base) throws IOException {
        assertThat(init("mine", "--from", base)).isZero();

        assertThat(profile().publish())
                .isEqualTo(new Profiles(Optional.empty()).load(base).publish());
        assertThat(profile().deviations()).isEmpty();
        assertThat(Files.readAllLines(file()).stream().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "extends: " + base,
                        "id: mine",
                        "title: mine",
                        "provision: {by: manual, operations: null}  # you enter what 'assay plan' prints; other ways:"
                                + " docs/provisioning.md");
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void whatIsCommentedOutIsValidToo(String base) throws IOException {
        init("mine", "--from", base);

        Files.writeString(
                file(),
                Files.readString(file())
                        .replaceAll("(?m)^# ((keeps|audience|exchange|token|publish|promises): )", "$1"));

        assertThat(profile().promises())
                .isEqualTo(new Profiles(Optional.empty()).load(base).promises());
        assertThat(TemplateCheck.of(profile())).isEmpty();
    }

    @Test
    void answersFromAPipeAreTakenInOrderAndAnEmptyLineIsTheSuggestion() throws IOException {
        var answers = new String[] {
            "The \"Larder\"",
            "/aud",
            "repository, owner id",
            "/mint",
            "jwt",
            "$.access.token",
            "-",
            "403",
            "lard_",
            "60",
            "gem",
            "POST /gems/{artifact.name.path}",
            "form",
            "",
            "403, 409",
            "/gems/{package.path}/{version.path}",
            "http",
            "-"
        };

        write(interview(String.join("\n", answers), false));

        var profile = profile();
        assertThat(profile.title()).isEqualTo("The \"Larder\"");
        assertThat(profile.audience().discover()).isPresent();
        assertThat(profile.rulesFor("github-actions").pins()).containsOnlyKeys("repository", "owner id");
        assertThat(profile.exchange().orElseThrow().granted().extract()).isEqualTo(Map.of("token", "$.access.token"));
        assertThat(profile.token().prefix()).contains("lard_");
        assertThat(profile.publish().operation().request().multipart()).hasSize(3);
        assertThat(profile.provision().operations()).containsOnlyKeys("account", "package", "publisher");
        assertThat(profile.promises()).isEmpty();
        assertThat(TemplateCheck.of(profile)).isEmpty();
    }

    @Test
    void whereNothingIsExchangedNothingIsAskedAboutIt() throws IOException {
        var answers = interview("\n\n\n-\n\n", false);

        assertThat(answers).doesNotContainKeys("idTokenMember", "tokenAt", "expiresAt");
        write(answers);
        assertThat(profile().exchange()).isEmpty();
        assertThat(profile().policyDecidedAt()).isEqualTo(Profile.Step.PUBLISH);
    }

    @Test
    void aWrongAnswerFromAPipeEndsItAndSaysWhatWasExpected() {
        assertThatThrownBy(() -> interview("\n\nrepository, colour\n", false))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("'What does a policy compare?' was answered with 'repository, colour'")
                .hasMessageContaining("repository id");
    }

    @Test
    void aPersonIsAskedAgain() {
        assertThat(interview("\n\n\nnowhere\n/mint\n", true)).containsEntry("exchange", "/mint");
    }

    @Test
    void whatIsThereAlreadyIsKept() throws IOException {
        Files.writeString(file(), "mine");

        assertThat(init("mine", "--defaults")).isEqualTo(2);
        assertThat(file()).hasContent("mine");
        assertThat(init("mine", "--defaults", "--force")).isZero();
        assertThat(profile().id()).isEqualTo("mine");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @ParameterizedTest
    @CsvSource({"Mine, --defaults", "pypi, --defaults", "mine, --from=nowhere"})
    void nothingIsWrittenForAMisspeltCommand(String name, String option) {
        assertThat(init(name, option)).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        var err = new StringWriter();

        assertThat(execute(
                        err,
                        "init",
                        "mine",
                        "--defaults",
                        "--out",
                        folder.resolve("gone/mine.yaml").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("it cannot be written", "name a file in a folder that you may write to");
    }

    private Map<String, String> interview(String lines, boolean patient) {
        return new Interview(new BufferedReader(new StringReader(lines)), new PrintWriter(new StringWriter()), patient)
                .ask(Questionnaire.shipped(), "mine");
    }

    private void write(Map<String, String> answers) throws IOException {
        Files.writeString(file(), new Draft("mine", "mine.yaml").fromScratch(answers, LocalDate.of(2026, 11, 28)));
    }

    private Profile profile() {
        return new Profiles(Optional.empty()).load(file().toString());
    }

    private Path file() {
        return folder.resolve("mine.yaml");
    }

    private int init(String name, String... options) {
        return execute(
                new StringWriter(),
                Stream.concat(Stream.of("init", name, "--out", file().toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    private static int execute(StringWriter err, String... arguments) {
        return AssayCommand.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
