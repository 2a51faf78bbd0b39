package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.result.Message.DecodedToken;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenComparisonTest {
    private static final DecodedToken SOUND = token("{\"jti\":\"a\",\"aud\":\"pypi\",\"exp\":1000,\"ref\":\"main\"}");

    @Test
    void onlyTheForgedMemberIsMarked() {
        assertThat(compared("{\"jti\":\"b\",\"aud\":\"npm\",\"exp\":1002,\"ref\":\"main\"}"))
                .isEqualTo("""
                        {
                          "jti": "b",
                          <del>"aud": "pypi",</del>
                          <mark>"aud": "npm",</mark>
                          "exp": 1002,
                          "ref": "main"
                        }""");
    }

    @Test
    void aMovedTimeIsMarkedAndAFreshOneIsNot() {
        assertThat(compared("{\"jti\":\"b\",\"aud\":\"pypi\",\"exp\":1060,\"ref\":\"main\"}"))
                .doesNotContain("<mark>");
        assertThat(compared("{\"jti\":\"b\",\"aud\":\"pypi\",\"exp\":100,\"ref\":\"main\"}"))
                .contains("<mark>\"exp\": 100,</mark>");
    }

    @Test
    void aMissingMemberIsShownAsTheTwins() {
        assertThat(compared("{\"aud\":\"pypi\",\"exp\":1000,\"ref\":\"main\"}"))
                .contains("<del>\"jti\": \"a\",</del>")
                .doesNotContain("<mark>");
    }

    @Test
    void aSecondMemberOfTheSameNameIsMarked() {
        assertThat(compared("{\"jti\":\"a\",\"aud\":\"pypi\",\"aud\":\"npm\",\"exp\":1000,\"ref\":\"main\"}"))
                .contains("\"aud\": \"pypi\",\n  <mark>\"aud\": \"npm\",</mark>");
    }

    @Test
    void markupInAClaimIsText() {
        assertThat(compared("{\"aud\":\"</mark><script>\"}")).contains("&lt;/mark&gt;&lt;script&gt;");
    }

    @Test
    void withoutATwinNothingIsMarked() {
        assertThat(TokenComparison.payload(SOUND, Optional.empty())).doesNotContain("<mark>", "<del>");
    }

    private static String compared(String payload) {
        return TokenComparison.payload(token(payload), Optional.of(SOUND));
    }

    private static DecodedToken token(String payload) {
        return new DecodedToken("sound", "{\"alg\":\"RS256\"}", payload);
    }
}
