package dev.assay.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Allure 2 results, as allure-cucumber7-jvm writes them, made fit to be shown to others: nothing in them says on which
 * machine, by which process, or in which directory they were made.
 *
 * <p>The label {@code host} goes; the label {@code thread} keeps the thread's name and loses process and host (Allure
 * writes {@code pid@host.thread(id)}); every absolute path of a feature file becomes relative, in names, labels, links,
 * parameters and messages alike. Where the path changed, {@code historyId} and {@code testCaseId} are computed anew from
 * the relative one by Allure's own rule, so that the history of a test does not depend on where it ran.
 */
public final class AllureResults {
    private static final Pattern PROCESS = Pattern.compile("\\d+@.*\\.(?=[^.]*\\(\\d+\\)$)");

    private final Path directory;
    private final JsonMapper mapper = new JsonMapper();

    /** The results in a directory. */
    public AllureResults(Path directory) {
        this.directory = directory;
    }

    /**
     * Scrubs every result and container, in place.
     *
     * @throws ReportException if the directory or a file in it cannot be read, written or understood
     */
    public void scrub() {
        try (var files = Files.list(directory)) {
            files.filter(AllureResults::holdsResults).toList().parallelStream().forEach(this::scrub);
        } catch (IOException e) {
            throw unscrubbed(e);
        }
    }

    private ReportException unscrubbed(IOException e) {
        return new ReportException("Cannot scrub Allure's results in " + directory + ": " + FileTrouble.reason(e), e);
    }

    private static boolean holdsResults(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith("-result.json") || name.endsWith("-container.json");
    }

    private void scrub(Path file) {
        try {
            rewrite(file);
        } catch (JsonProcessingException e) {
            throw new ReportException("Allure's results in " + directory + " are not JSON: " + e.getMessage(), e);
        } catch (IOException e) {
            throw unscrubbed(e);
        }
    }

    private void rewrite(Path file) throws IOException {
        if (mapper.readTree(file.toFile()) instanceof ObjectNode result) {
            var fullName = result.path("fullName").asText();
            relativise(result);
            if (result.get("labels") instanceof ArrayNode labels) {
                scrub(labels);
            }
            if (!result.path("fullName").asText().equals(fullName)) {
                identify(result);
            }
            Files.write(file, mapper.writeValueAsBytes(result));
        }
    }

    private static void scrub(ArrayNode labels) {
        labels.removeIf(label -> label.path("name").asText().equals("host"));
        for (var label : labels) {
            var value = label.path("value").asText();
            switch (label.path("name").asText()) {
                case "thread" ->
                    ((ObjectNode) label).put("value", PROCESS.matcher(value).replaceFirst(""));
                case "package" -> ((ObjectNode) label).put("value", packageName(value, labels));
                default -> {}
            }
        }
    }

    /** Allure makes a package of the path, so an absolute path shows there, too, with dots for slashes. */
    private static String packageName(String name, ArrayNode labels) {
        for (var label : labels) {
            if (label.path("name").asText().equals("gherkin_uri")) {
                var relative = label.path("value").asText().replace('.', '_').replace('/', '.');
                int start = name.indexOf(relative);
                return start > 0 ? name.substring(start) : name;
            }
        }
        return name;
    }

    private static void identify(ObjectNode result) {
        var fullName = result.path("fullName").asText();
        int line = fullName.lastIndexOf(':');
        if (line > 0 && result.has("historyId") && result.has("testCaseId")) {
            result.put("historyId", Digest.md5(fullName));
            result.put(
                    "testCaseId",
                    Digest.md5(fullName.substring(0, line + 1)
                            + result.path("name").asText()));
        }
    }

    private static void relativise(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var key : List.copyOf(object.properties())) {
                object.set(key.getKey(), relative(key.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, relative(array.get(i)));
            }
        }
    }

    private static JsonNode relative(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(FeaturePath.relative(node.textValue()));
        }
        relativise(node);
        return node;
    }
}
