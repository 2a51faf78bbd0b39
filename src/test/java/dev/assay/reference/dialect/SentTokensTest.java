package dev.assay.reference.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.behaviour.LoadRules.SecondToken;
import dev.assay.reference.core.token.Presented;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentTokensTest {

    @ParameterizedTest
    @CsvSource({"OVERLOOKED,taken,", "FIRST_VERIFIED,c,a", "LAST_VERIFIED,a,c"})
    void ofSeveralOneIsVerifiedAndAnotherBelievedWhereTheRuleSaysSo(SecondToken rule, String text, String verified) {
        assertThat(new SentTokens(rule).presented("taken", List.of("a", "b", "c")))
                .isEqualTo(new Presented(text, Optional.ofNullable(verified)));
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyOneIsVerifiedAndBelieved(SecondToken rule) {
        assertThat(new SentTokens(rule).presented("taken", List.of("taken"))).isEqualTo(Presented.of("taken"));
    }

    @Test
    void theTextsOfAMemberAreReadInOrderAndOnlyAtTheTop() {
        assertThat(SentTokens.inJson("{\"jwt\":\"a\",\"x\":{\"jwt\":\"b\"},\"jwt\":7,\"jwt\":\"c\"}", "jwt"))
                .containsExactly("a", "c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"`[\"jwt\"]`|0", "``|0", "`{\"jwt\":\"a\",`|1"})
    void whatIsNoObjectHoldsAsManyAsCanBeRead(String body, int size) {
        assertThat(SentTokens.inJson(body, "jwt")).hasSize(size);
    }
}
