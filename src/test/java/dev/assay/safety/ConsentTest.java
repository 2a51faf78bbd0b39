package dev.assay.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assay-run: try-1",
                "assay-run: try-1\n",
                "# staging only\r\nassay-run: try-0\r\n  assay-run: try-1\r\n",
                "{\"assay-run\": \"try-1\"}",
                "{\"assay-run\": [\"try-0\", \"try-1\"], \"note\": \"staging\"}"
            })
    void aConsentNamesTheRun(String text) {
        assertThat(Consent.names(text, "try-1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "try-1",
                "assay-run: try-11",
                "assay-run: xtry-1",
                "assay-run:",
                "<html>assay-run: try-1</html>",
                "{\"assay-run\": \"try-2\"}",
                "{\"assay-run\": {\"try-1\": true}}",
                "{\"other\": \"try-1\"}",
                "{\"assay-run\": \"try-1\"",
                "[\"try-1\"]",
                "\"try-1\""
            })
    void anythingElseDoesNot(String text) {
        assertThat(Consent.names(text, "try-1")).isFalse();
    }
}
