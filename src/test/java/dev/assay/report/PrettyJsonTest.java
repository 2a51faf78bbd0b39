package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrettyJsonTest {
    @Test
    void duplicateMembersEscapesAndNumbersStayAsTheyWereSent() {
        assertThat(PrettyJson.of("{\"aud\":\"a\\u0075d\\\"}\",\"aud\":\"b\",\"exp\":1.50E+9 , \"n\" :-0.0}"))
                .hasValue("""
                        {
                          "aud": "a\\u0075d\\"}",
                          "aud": "b",
                          "exp": 1.50E+9,
                          "n": -0.0
                        }""");
    }

    @Test
    void smallContainersStayOnALineAndLargeOnesDoNot() {
        assertThat(PrettyJson.of("[{\"a\":1,\"b\":[]},[ ],{},{\"c\":{\"d\":[1,2]}}]"))
                .hasValue("""
                        [
                          {
                            "a": 1,
                            "b": []
                          },
                          [],
                          {},
                          {
                            "c": {
                              "d": [1, 2]
                            }
                          }
                        ]""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "{",
                "{}{}",
                "{\"a\":1,}",
                "\"text\"",
                "17",
                "<html>",
                "{\"a\"}",
                "[1] 2",
                "{'a':1}"
            })
    void whatIsNoJsonObjectOrArrayIsLeftAlone(String text) {
        assertThat(PrettyJson.of(text)).isEmpty();
    }

    @Test
    void absurdNestingAndLengthAreNoTrouble() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(PrettyJson.of("[".repeat(900) + "]".repeat(900))).isEmpty();
            assertThat(PrettyJson.of("[" + "{\"a\":[1,2,3]},".repeat(50_000) + "0]"))
                    .isPresent();
        });
    }
}
