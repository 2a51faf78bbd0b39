package dev.assay.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    void aFileThatIsNotTextIsRefusedByItsName(@TempDir Path directory) throws IOException {
        var file = Files.write(directory.resolve("a.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 'a'});

        assertThatThrownBy(() -> YamlDocument.read(file))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessage(file + ": cannot be read as UTF-8 text");
    }
}
