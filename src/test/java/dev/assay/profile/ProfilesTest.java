package dev.assay.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.document.InvalidDocumentException;
import dev.assay.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ProfilesTest {
    private static final List<String> SHIPPED = Profiles.SHIPPED;
    private static final Path SOURCES = Path.of("profiles");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void everyProfileOfTheSourcesIsShipped() throws IOException {
        try (var files = Files.list(SOURCES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(SHIPPED.stream(), Profiles.PARTS.stream())
                            .map(name -> name + ".yaml")
                            .toList());
        }
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void everyShippedProfileObeysTheSchemaAndIsLoadedByItsName(String name) {
        var checked = new Profiles(Optional.empty()).check(SOURCES.resolve(name + ".yaml"));
        var loaded = new Profiles(Optional.empty()).load(name);

        assertThat(loaded).isEqualTo(checked);
        assertThat(loaded.id()).isEqualTo(name);
        assertThat(loaded.links()).containsKeys("securityModel", "providerGuides");
        assertThat(loaded.deviations()).allSatisfy(d -> assertThat(d.source()).isNotBlank());
    }

    @Test
    void anExtendingProfileTakesOverWhatItDoesNotSay() throws IOException {
        write("mine.yaml", """
                extends: pypi
                id: mine
                title: My registry
                summary: PyPI's dialect, another prefix.
                token:
                  prefix: mine-
                  lifetimeSeconds: 60
                promises: [environments]
                exchange:
                  unavailable: [{status: [503]}]
                """);

        var mine = profiles().load("mine");
        var pypi = profiles().load("pypi");

        assertThat(mine.title()).isEqualTo("My registry");
        assertThat(mine.token()).isEqualTo(new Profile.TokenPromise(Optional.of("mine-"), Optional.empty(), 60));
        assertThat(mine.promises()).containsExactly(Promise.ENVIRONMENTS);
        assertThat(mine.exchange().orElseThrow().unavailable()).hasSize(1);
        assertThat(mine.exchange().orElseThrow().request())
                .isEqualTo(pypi.exchange().orElseThrow().request());
        assertThat(mine.publish()).isEqualTo(pypi.publish());
        assertThat(profiles().names()).contains("mine", "pypi", "pypi-strict");
    }

    @Test
    void whatIsKnownOfOneRegistryIsNotInheritedByAnother() throws IOException {
        write("mine.yaml", "extends: pypi\n");

        var mine = profiles().load("mine");

        assertThat(mine.id()).isEqualTo("mine");
        assertThat(mine.title()).isEqualTo("mine");
        assertThat(mine.summary()).isEqualTo("Speaks the dialect of pypi.");
        assertThat(mine.evidence())
                .isEqualTo(new Profile.Evidence("inferred", "profile pypi, which it extends", "2026-08-21"));
        assertThat(mine.links()).isEmpty();
        assertThat(mine.embedded()).isEmpty();
        assertThat(mine.deviations()).isEmpty();
        assertThat(mine.promises()).isEqualTo(profiles().load("pypi").promises());
    }

    @Test
    void whatIsKeptIsInherited() throws IOException {
        write("mine.yaml", "extends: pypi\nkeeps: [deviations, embedded]\n");

        var mine = profiles().load("mine");
        var pypi = profiles().load("pypi");

        assertThat(mine.deviations()).isNotEmpty().isEqualTo(pypi.deviations());
        assertThat(mine.embedded()).isEqualTo(pypi.embedded());
        assertThat(mine.links()).isEmpty();
    }

    @Test
    void aMemberSetToNullIsTakenAway() throws IOException {
        write("mine.yaml", extending("pypi") + "keeps: [embedded]\nembedded: null\n");

        assertThat(profiles().load("mine").embedded()).isEmpty();
        assertThat(profiles().load("pypi").embedded()).isPresent();
    }

    @Test
    void aFileOfTheNameOfAShippedProfileMayExtendThatOne() throws IOException {
        write("pypi.yaml", """
                extends: pypi
                title: PyPI, as I know it
                """);

        var profile = profiles().load("pypi");

        assertThat(profile.title()).isEqualTo("PyPI, as I know it");
        assertThat(profile.publish())
                .isEqualTo(new Profiles(Optional.empty()).load("pypi").publish());
    }

    @Test
    void aFileGivenByItsPathMayExtendOneBesideIt() throws IOException {
        write("base.yaml", extending("pypi") + "client: base TARGET\n");
        var file = write("mine.yaml", "extends: base\nid: mine\n");

        var profile = new Profiles(Optional.empty()).load(file.toString());

        assertThat(profile.client()).contains("base TARGET");
    }

    @Test
    void aFileCalledLikeAShippedOneIsCheckedLikeAnyOther() throws IOException {
        var sources = Files.createDirectory(directory.resolve("profiles"));
        Files.writeString(sources.resolve("pypi.yaml"), "extends: pypi\ntoken: {lifetimeSeconds: soon}\n");

        assertThat(problems(() -> new Profiles(Optional.of(sources)).load("pypi")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.path()).isEqualTo("token.lifetimeSeconds"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unknown member      | lifetime: 9                            | 4 | 1 | lifetime  | lifetime",
                "unknown inner member| token: {lifetimeSeconds: 9, colour: x} | 4 | 29 | token.colour  | colour",
                "missing member      | publish: null                          | 1 | 1 |                       | publish",
                "missing inner member| token: {lifetimeSeconds: null}         | 4 | 1 | token             | lifetimeSeconds",
                "wrong type          | token: {lifetimeSeconds: soon}         | 4 | 9 | token.lifetimeSeconds | integer",
                "bad status          | exchange: {granted: {status: [20]}}    | 4 | 31 | exchange.granted.status.0 | 100",
                "unknown promise     | promises: [magic]                      | 4 | 12 | promises.0 | pendingPublishers",
            })
    void aProblemIsReportedWithFileLineColumnAndPath(
            String what, String yaml, int line, int column, String path, String message) throws IOException {
        var file = write("mine.yaml", "extends: pypi\nid: mine\ntitle: Mine\n" + yaml + "\n");

        assertThat(problems(() -> profiles().load("mine")))
                .as(what)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo(file.toString());
                    assertThat(problem.line()).isEqualTo(line);
                    assertThat(problem.column()).isEqualTo(column);
                    assertThat(problem.path()).isEqualTo(path == null ? "" : path);
                    assertThat(problem.message()).contains(message);
                });
    }

    @Test
    void allProblemsOfAFileAreReportedAtOnceInTheOrderOfTheirLines() throws IOException {
        write("mine.yaml", extending("pypi") + "colour: red\npromises: [magic]\ntoken: {lifetimeSeconds: 0}\n");

        assertThat(problems(() -> profiles().load("mine")))
                .extracting(Problem::line)
                .containsExactly(3, 4, 5);
    }

    @Test
    void yamlThatIsIndentedByATabIsRefusedAtItsLine() throws IOException {
        var file = write("mine.yaml", "extends: pypi\ntoken:\n\tlifetimeSeconds: 9\n");

        assertThat(problems(() -> profiles().load("mine"))).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(file.toString());
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.column()).isPositive();
            assertThat(problem.message()).startsWith("not YAML: ").hasLineCount(1);
        });
    }

    @Test
    void extendingAnUnknownProfileIsRefusedWhereItIsSaid() throws IOException {
        var file = write("mine.yaml", "id: mine\nextends: nowhere\n");

        assertThat(problems(() -> profiles().load("mine"))).singleElement().satisfies(problem -> {
            assertThat(problem.toString()).startsWith(file + ":2:1: extends: ");
            assertThat(problem.message()).contains("nowhere", "pypi-strict");
        });
    }

    @Test
    void aProfileThatExtendsItselfIsRefused() throws IOException {
        write("one.yaml", "extends: two\n");
        write("two.yaml", "extends: one\n");
        write("three.yaml", "extends: three\n");

        assertThat(problems(() -> profiles().load("one")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("extends itself"));
        assertThat(problems(() -> profiles().load("three"))).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("extends");
            assertThat(problem.line()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"''", "hello", "- a", "'# nothing'", "'null'"})
    void aFileWithoutAnObjectIsRefused(String text) throws IOException {
        write("mine.yaml", text);

        assertThat(problems(() -> profiles().load("mine"))).isNotEmpty();
    }

    @Test
    void aMemberSaidTwiceIsRefused() throws IOException {
        write("mine.yaml", extending("pypi") + "promises: [audit]\npromises: [environments]\n");

        assertThat(problems(() -> profiles().load("mine")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("promises"));
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() throws IOException {
        write("mine.yaml", extending("pypi"));
        var known = Stream.concat(Stream.of("mine"), SHIPPED.stream()).sorted().toList();

        assertThat(problems(() -> profiles().load("pipy")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .isEqualTo("pipy: there is no such profile; known are " + String.join(", ", known)));
    }

    @Test
    void aFileThatIsNotThereIsRefusedByItsPath() {
        assertThat(problems(() -> profiles().load("nowhere/mine.yaml")))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString()).isEqualTo("nowhere/mine.yaml: there is no such file"));
    }

    private Profiles profiles() {
        return new Profiles(Optional.of(directory));
    }

    private static String extending(String base) {
        return "extends: " + base + "\nid: mine\n";
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static List<Problem> problems(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        return catchThrowableOfType(InvalidDocumentException.class, deed).problems();
    }
}
