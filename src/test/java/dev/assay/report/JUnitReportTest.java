package dev.assay.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.result.Result;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JUnitReportTest {
    @Test
    void everyScenarioIsATestCaseInTheSuiteOfItsFeature() throws Exception {
        var result = SampleResults.everyVerdict();
        var document = parsed(result);

        assertThat(elements(document, "testcase"))
                .hasSize(result.runs().get(0).scenarios().size() + 1);
        assertThat(elements(document, "testsuite").get(0).getAttribute("name"))
                .isEqualTo("PyPI with github-actions: No policy, no rights");
    }

    @Test
    void verdictsBecomeWhatCiServersKnow() throws Exception {
        var document = parsed(SampleResults.everyVerdict());

        assertThat(messages(document, "failure")).hasSize(3).anyMatch(message -> message.startsWith("healed"));
        assertThat(messages(document, "error")).hasSize(1);
        assertThat(messages(document, "skipped"))
                .hasSize(5)
                .anyMatch(message -> message.startsWith("expected deviation: "))
                .anyMatch(message -> message.startsWith("inapplicable: "))
                .anyMatch(message -> message.equals("untested: The target offers no clock, and --wait was not given."));
    }

    @Test
    void theNumbersOfTheRootAddUp() throws Exception {
        var root = parsed(SampleResults.everyVerdict()).getDocumentElement();

        assertThat(root.getAttribute("tests")).isEqualTo("111");
        assertThat(root.getAttribute("failures")).isEqualTo("3");
        assertThat(root.getAttribute("errors")).isEqualTo("1");
        assertThat(root.getAttribute("skipped")).isEqualTo("5");
    }

    @Test
    void aFailureTellsStepsAndConversation() throws Exception {
        assertThat(elements(parsed(SampleResults.everyVerdict()), "failure")
                        .get(0)
                        .getTextContent())
                .contains("failed: Then the registry refuses it (expected Refused, but was Granted)")
                .contains("4. CI job to registry, exchange of the forged token: POST http://127.0.0.1:40123");
    }

    @Test
    void charactersThatXmlDoesNotAllowAreSpelledOut() throws Exception {
        var document = parsed(SampleResults.hostile("]]><x a=\"\u0000\u000B\uD800\uFFFE\u001B[31m"));

        assertThat(messages(document, "failure")).contains("]]><x a=\"⟨U+0000⟩⟨U+000B⟩⟨U+D800⟩⟨U+FFFE⟩⟨U+001B⟩[31m");
    }

    private static Document parsed(Result result) throws Exception {
        var xml = new JUnitReport().render(result);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    private static List<String> messages(Document document, String name) {
        return elements(document, name).stream()
                .map(element -> element.getAttribute("message"))
                .toList();
    }

    private static List<Element> elements(Document document, String name) {
        List<Element> elements = new ArrayList<>();
        var nodes = document.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
