package dev.assay.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDocumentTest {
    private static final String TEXT = """
            # a comment

            name: x
            list:
              - one
              - inner: {deep: 1}
            anchor: &here
              a: 1
            other: *here
            """;

    @ParameterizedTest
    @CsvSource({
        "'',                    3, 1, ''",
        "/name,                 3, 1, name",
        "/list/0,               5, 5, list.0",
        "/list/1/inner,         6, 5, list.1.inner",
        "/list/1/inner/deep,    6, 13, list.1.inner.deep",
        "/list/1/inner/missing, 6, 5, list.1.inner.missing",
        "/nothing/at/all,       3, 1, nothing.at.all",
        "/other,                9, 1, other",
    })
    void aComplaintPointsToTheNodeOrItsNearestWrittenAncestor(String pointer, int line, int column, String path) {
        var problem = YamlDocument.parse("a.yaml", TEXT).problem(pointer, "is odd");

        assertThat(problem).isEqualTo(new Problem("a.yaml", line, column, path, "is odd"));
    }

    @Test
    void aProblemIsOneLineThatEditorsCanFollow() {
        assertThat(new Problem("a.yaml", 3, 7, "x.y", "is odd")).hasToString("a.yaml:3:7: x.y: is odd");
        assertThat(new Problem("a.yaml", 0, 0, "", "is odd")).hasToString("a.yaml: is odd");
    }

    @Test
    void severalProblemsAreSeveralLines() {
        var problems = List.of(new Problem("a", 1, 1, "", "is odd"), new Problem("a", 2, 1, "", "is even"));

        assertThat(new InvalidDocumentException(problems)).hasMessage("a:1:1: is odd\na:2:1: is even");
    }

    @ParameterizedTest
    @CsvSource({
        "'a: 1\n\tb: 2',       2",
        "'a: [1, 2\nb: 3',     2",
        "'a: \"open',          1",
        "'a: 1\na: 2',         2",
    })
    void whatIsNotYamlIsRefusedAtItsLine(String text, int line) {
        assertThatThrownBy(() -> YamlDocument.parse("a.yaml", text))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                            assertThat(problem.line()).isEqualTo(line);
                            assertThat(problem.column()).isPositive();
                            assertThat(problem.message()).startsWith("not YAML: ");
                        }));
    }

    @Test
    void anAliasStandsForACopyOfWhatItsAnchorNames() {
        var root = YamlDocument.parse("a.yaml", """
                        refused: &no [{status: [403]}]
                        publish: {refused: *no, name: &name x, again: *name}
                        flag: &flag true
                        number: &number 7
                        others: [*flag, *number, *no]
                        """).root();

        assertThat(root.at("/publish/refused")).isEqualTo(root.at("/refused")).isNotSameAs(root.at("/refused"));
        assertThat(root.at("/publish/again").asText()).isEqualTo("x");
        assertThat(root.at("/others/0").isBoolean()).isTrue();
        assertThat(root.at("/others/1").intValue()).isEqualTo(7);
        assertThat(root.at("/others/2/0/status/0").intValue()).isEqualTo(403);
    }

    @Test
    void aMergeKeyStandsForTheMembersThatAreNotThere() {
        var root = YamlDocument.parse("a.yaml", """
                        - &first {a: 1, b: 1}
                        - &second {b: 2, c: 2}
                        - {<<: *first, b: 9}
                        - {b: 9, <<: [*second, *first]}
                        """).root();

        assertThat(root.get(2)).hasToString("{\"a\":1,\"b\":9}");
        assertThat(root.get(3)).hasToString("{\"b\":9,\"c\":2,\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "/copy,         5, 1",
        "/copy/a/b,     3, 7",
        "/merged/a,     3, 3",
        "/merged/a/b,   3, 7",
        "/merged/own,   8, 3",
        "/merged/c,     9, 3",
        "/items/0,      11, 5",
        "/items/1/a/b,  3, 7",
        "/after,        13, 1",
    })
    void whatCameInByAnAliasIsComplainedAboutWhereItIsWritten(String pointer, int line, int column) {
        var problem = YamlDocument.parse("a.yaml", """
                        # the first line
                        original: &here
                          a: {b: 1}
                          c: 1
                        copy: *here
                        merged:
                          <<: *here
                          own: 2
                          c: 2
                        items:
                          - 1
                          - *here
                        after: 3
                        """).problem(pointer, "is odd");

        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: 1\nb: *nobody'           | 2 | the alias *nobody stands for nothing: no &nobody ends before it",
                "'a: 1\nb: &b [1, *b]'        | 2 | the alias *b stands for nothing: no &b ends before it",
                "'a: &a 1\nb: {<<: *a}'       | 2 | << wants a mapping, or a list of mappings",
                "'a: &a {}\nb:\n  <<: [*a, 1]' | 3 | << wants a mapping, or a list of mappings",
            })
    void anAliasThatCannotBeReplacedIsRefusedAtItsLine(String text, int line, String message) {
        assertThatThrownBy(() -> YamlDocument.parse("a.yaml", text))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                            assertThat(problem.line()).isEqualTo(line);
                            assertThat(problem.column()).isPositive();
                            assertThat(problem.message()).isEqualTo(message);
                        }));
    }

    @Test
    @Timeout(10)
    void aFewLinesThatMeanBillionsOfValuesAreRefused() {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(10, "*a" + (i - 1)))));
        }

        assertThatThrownBy(() -> YamlDocument.parse("a.yaml", text.toString()))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageMatching("a\\.yaml:\\d+:\\d+: the aliases up to here stand for more than 100000 values");
    }

    @Test
    void manyAliasesAreNoObstacleToAComplaint() {
        var text = "a: &a [1]\nb:\n" + "  - *a\n".repeat(2000) + "c: 1\n";

        assertThat(YamlDocument.parse("a.yaml", text).problem("/c", "is odd").line())
                .isEqualTo(2003);
    }

    @Test
    void aFileThatIsNotTextIsRefusedByItsName(@TempDir Path directory) throws IOException {
        var file = Files.write(directory.resolve("a.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 'a'});

        assertThatThrownBy(() -> YamlDocument.read(file))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessage(file + ": cannot be read as UTF-8 text");
    }
}
