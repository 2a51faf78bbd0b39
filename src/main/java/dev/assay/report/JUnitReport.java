package dev.assay.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.result.DeviationResult;
import dev.assay.result.Message;
import dev.assay.result.ProfileRun;
import dev.assay.result.Result;
import dev.assay.result.ScenarioResult;
import dev.assay.result.StepResult;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The run in the XML that CI servers read: a test suite for each feature, a test case for each scenario.
 *
 * <p>An unexpected failure is a {@code failure}, a listed deviation is {@code skipped} with the message
 * {@code expected deviation: ...}, what cannot be told is an {@code error}, and what is inapplicable or untested is
 * {@code skipped} with its reason. Each healed deviation is a {@code failure} in a suite of its own, because it fails the
 * run. Characters that XML 1.0 (§2.2) does not allow are written as their code point, as in {@code ⟨U+0000⟩}.
 */
public final class JUnitReport {
    /** The file's name within a run's directory. */
    public static final String NAME = "junit.xml";

    private static final double MILLISECONDS_PER_SECOND = 1_000;

    /** The file's text. */
    public String render(Result result) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new Document(xml).write(result);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new ReportException("The result cannot be written as XML: " + e.getMessage(), e);
        }
        return text + "\n";
    }

    /**
     * Writes the file, replacing what is there.
     *
     * @throws ReportException if the file cannot be written
     */
    public void write(Result result, Path file) {
        try {
            Files.write(file, render(result).getBytes(UTF_8));
        } catch (IOException e) {
            throw new ReportException("Cannot write " + file + ": " + FileTrouble.reason(e), e);
        }
    }

    private record Document(XMLStreamWriter xml) {

        void write(Result result) throws XMLStreamException {
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            attribute("name", result.generator() + " " + result.runId());
            counts(
                    result.runs().stream()
                            .flatMap(run -> run.scenarios().stream())
                            .toList(),
                    (int) result.runs().stream()
                            .flatMap(run -> healed(run).stream())
                            .count());
            attribute("time", seconds(result.durationMs()));
            for (var run : result.runs()) {
                write(run);
            }
            end();
        }

        private void write(ProfileRun run) throws XMLStreamException {
            Map<String, List<ScenarioResult>> features = new LinkedHashMap<>();
            run.scenarios()
                    .forEach(scenario -> features.computeIfAbsent(scenario.feature(), title -> new ArrayList<>())
                            .add(scenario));
            for (var feature : features.entrySet()) {
                startSuite(run, feature.getKey(), feature.getValue(), 0);
                for (var scenario : feature.getValue()) {
                    write(run, scenario);
                }
                end();
            }
            var healed = healed(run);
            if (!healed.isEmpty()) {
                startSuite(run, "Listed deviations", List.of(), healed.size());
                for (var deviation : healed) {
                    write(run, deviation);
                }
                end();
            }
        }

        private void startSuite(ProfileRun run, String title, List<ScenarioResult> scenarios, int healed)
                throws XMLStreamException {
            start("testsuite");
            attribute("name", run.title() + " with " + run.identityProvider() + ": " + title);
            counts(scenarios, healed);
            attribute(
                    "time",
                    seconds(scenarios.stream()
                            .mapToLong(ScenarioResult::durationMs)
                            .sum()));
            attribute("timestamp", run.startedAt().toString());
        }

        private void write(ProfileRun run, ScenarioResult scenario) throws XMLStreamException {
            start("testcase");
            attribute("name", scenario.name());
            attribute("classname", className(run, scenario.id()));
            attribute("time", seconds(scenario.durationMs()));
            attribute("file", scenario.location());
            var reason = scenario.reason().orElse(scenario.verdict().word());
            switch (Mark.of(scenario)) {
                case PASSED -> {}
                case FAILED -> problem("failure", reason, scenario);
                case CANT_TELL -> problem("error", reason, scenario);
                case EXPECTED -> skipped("expected deviation: " + reason);
                case INAPPLICABLE, NOTHING_APPLICABLE, UNTESTED ->
                    skipped(scenario.verdict().word() + ": " + reason);
            }
            end();
        }

        private void write(ProfileRun run, DeviationResult deviation) throws XMLStreamException {
            start("testcase");
            attribute("name", deviation.requirement() + " deviates as listed");
            attribute("classname", run.profile() + "." + run.identityProvider() + ".deviations");
            attribute("time", seconds(0));
            start("failure");
            attribute("message", "healed: no scenario failed any more; delete the entry from the profile");
            attribute("type", "healed");
            xml.writeCharacters(VisibleText.plain(deviation.reason() + "\n" + deviation.source()));
            end();
            end();
        }

        private void problem(String element, String message, ScenarioResult scenario) throws XMLStreamException {
            start(element);
            attribute("message", message);
            attribute("type", String.join(" ", scenario.requirements()));
            xml.writeCharacters(VisibleText.plain(evidence(scenario)));
            end();
        }

        private void skipped(String message) throws XMLStreamException {
            start("skipped");
            attribute("message", message);
            end();
        }

        private void counts(List<ScenarioResult> scenarios, int healed) throws XMLStreamException {
            var marks =
                    scenarios.stream().collect(Collectors.groupingBy(Mark::of, Collectors.summingInt(scenario -> 1)));
            var failed = marks.getOrDefault(Mark.FAILED, 0) + healed;
            var errors = marks.getOrDefault(Mark.CANT_TELL, 0);
            var passed = marks.getOrDefault(Mark.PASSED, 0);
            var tests = scenarios.size() + healed;
            attribute("tests", Integer.toString(tests));
            attribute("failures", Integer.toString(failed));
            attribute("errors", Integer.toString(errors));
            attribute("skipped", Integer.toString(tests - failed - errors - passed));
        }

        private void start(String element) throws XMLStreamException {
            xml.writeCharacters("\n");
            xml.writeStartElement(element);
        }

        private void end() throws XMLStreamException {
            xml.writeEndElement();
        }

        private void attribute(String name, String value) throws XMLStreamException {
            xml.writeAttribute(name, VisibleText.line(value));
        }

        private static List<DeviationResult> healed(ProfileRun run) {
            return run.deviations().stream().filter(DeviationResult::healed).toList();
        }

        private static String className(ProfileRun run, String scenario) {
            var folder = scenario.contains("/") ? scenario.substring(0, scenario.lastIndexOf('/')) : scenario;
            return run.profile() + "." + run.identityProvider() + "." + folder.replace('/', '.');
        }

        private static String seconds(long milliseconds) {
            return Double.toString(milliseconds / MILLISECONDS_PER_SECOND);
        }
    }

    private static String evidence(ScenarioResult scenario) {
        return scenario.location() + "\n"
                + scenario.steps().stream().map(JUnitReport::line).collect(Collectors.joining())
                + scenario.conversation().stream().map(JUnitReport::line).collect(Collectors.joining());
    }

    private static String line(StepResult step) {
        return step.status() + ": " + step.keyword() + " " + step.text()
                + step.problem().map(problem -> " (" + problem + ")").orElse("") + "\n";
    }

    private static String line(Message message) {
        var answer = message.response()
                .map(response -> response.status() + " " + response.reason())
                .or(message::problem)
                .orElse("no answer");
        return message.number() + ". " + message.from() + " to " + message.to() + ", " + message.purpose() + ": "
                + message.request().method() + " " + message.request().url() + " -> " + answer
                + message.outcome().map(outcome -> " (" + outcome + ")").orElse("") + "\n";
    }
}
