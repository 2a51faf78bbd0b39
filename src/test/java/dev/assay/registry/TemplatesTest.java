package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {
    private final Templates templates = new Templates();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{x},         a/b c+ü\"%",
                "{x.json},    a/b c+ü\\\"%",
                "{x.path},    a%2Fb%20c%2B%C3%BC%22%25",
                "{x.base64},  YS9iIGMrw7wiJQ==",
            })
    void aTextCanBeEncodedForWhereItGoes(String template, String filled) {
        assertThat(templates.render(template, Map.of("x", "a/b c+ü\"%"))).isEqualTo(filled);
    }

    @Test
    void controlCharactersAreEscapedInJson() {
        assertThat(templates.render("{x.json}", Map.of("x", "a\n\t\u0000\\"))).isEqualTo("a\\n\\t\\u0000\\\\");
    }

    @Test
    void jsonAroundAPlaceholderStaysAsItIs() {
        assertThat(templates.render("{\"token\":\"{idToken.json}\",\"n\":{\"a\":[1]}}", Map.of("idToken", "e.y.j")))
                .isEqualTo("{\"token\":\"e.y.j\",\"n\":{\"a\":[1]}}");
    }

    @Test
    void nothingIsEscapedUnasked() {
        assertThat(templates.render("<{x}>&", Map.of("x", "<a href='b'>"))).isEqualTo("<<a href='b'>>&");
    }

    @Test
    void aValueThatLooksLikeATemplateIsNotFilled() {
        assertThat(templates.render("{x}", Map.of("x", "{secret}", "secret", "s3cr3t")))
                .isEqualTo("{secret}");
    }

    @Test
    void membersOptionalPartsAndListsWork() {
        var values = Map.of("publisher", Map.of("environment", false, "owner", "o"), "all", List.of("a", "b"));

        assertThat(templates.render(
                        "{publisher.owner}{#if publisher.environment}, {publisher.environment}{/if}", values))
                .isEqualTo("o");
        assertThat(templates.render("{#for each in all}{each}{#if each_hasNext},{/if}{/for}", values))
                .isEqualTo("a,b");
    }

    @ParameterizedTest
    @CsvSource({"{missing}", "{x.missing}", "{x.y.z}", "{missing.json}"})
    void aValueThatIsNotThereIsAnErrorThatNamesIt(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> templates.render(template, Map.of("x", Map.of("y", Map.of()))))
                .withMessageContaining("template cannot be filled")
                .withMessageContaining(template.contains("z") ? "z" : "missing");
    }

    @Test
    void whatIsNotATemplateIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> templates.render("{#if x}", Map.of("x", "1")))
                .withMessageContaining("template cannot be filled");
    }
}
