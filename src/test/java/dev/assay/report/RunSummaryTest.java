package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.result.Result;
import dev.assay.result.Shard;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class RunSummaryTest {

    @Test
    void itHoldsHallmarkChaptersAndEveryFindingWithReasonAndSource() {
        var result = SampleResults.everyVerdict();
        var text = RunSummary.render(result);

        assertThat(text)
                .contains("no hallmark", "| chapter | passed | failed |")
                .contains("](<https://");
        var findings = Finding.of(result.runs().get(0));
        assertThat(findings).isNotEmpty();
        assertThat(text).contains("### Findings (" + findings.size() + ")");
        assertThat(findings).allSatisfy(finding -> assertThat(text).contains(": " + finding.requirement() + " "));
    }

    @Test
    void aRunWithoutFindingsSaysSo() {
        assertThat(RunSummary.render(SampleResults.allPassed()))
                .contains("hallmark AAA", "No findings.")
                .doesNotContain("### Findings");
    }

    @Test
    void eachOfSeveralRunsHasItsPart() {
        var result = SampleResults.twoRuns();

        assertThat(RunSummary.render(result).lines().filter(line -> line.startsWith("## ")))
                .hasSize(result.runs().size());
    }

    @Test
    void whatARegistrySaysIsNoMarkup() {
        var text = RunSummary.render(SampleResults.hostile("<img src=x> [a](javascript:b) `c` | d\n# e"));

        assertThat(text).doesNotContain("<img", "[a](", "\n# e");
    }

    @Test
    void aShardIsCalledAPartEverywhere() {
        var shard = shard(SampleResults.allPassed());

        assertThat(RunSummary.render(shard)).contains("Only shard 2 of 3: 1 scenario; merge all shards");
        assertThat(new ConsoleSummary(false, false).render(shard)).contains("Only shard 2 of 3");
        assertThat(new HtmlReport().render(shard)).contains("Only shard 2 of 3");
        assertThat(Badge.endpoint(shard)).contains("\"partial\"");
        var file = new ResultFile();
        assertThat(file.parse(file.toJson(shard), "shard")).isEqualTo(shard);
    }

    @Test
    void theBadgeIsAPictureAndJson() throws Exception {
        var result = SampleResults.allPassed();

        var json = new ObjectMapper().readTree(Badge.endpoint(result));
        assertThat(json.get("schemaVersion").intValue()).isEqualTo(1);
        assertThat(json.get("message").textValue()).isEqualTo("AAA");
        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Badge.picture(result))));
        assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo("trusted publishing: AAA");
    }

    private static Result shard(Result whole) {
        return new Result(
                whole.schemaVersion(),
                whole.generator(),
                whole.runId(),
                whole.startedAt(),
                whole.durationMs(),
                whole.command(),
                Optional.of(new Shard(
                        2, 3, List.of(whole.runs().get(0).scenarios().get(0).id()))),
                whole.chapters(),
                whole.runs(),
                whole.summary());
    }
}
