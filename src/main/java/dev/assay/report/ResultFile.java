package dev.assay.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code result.json}: the one source of every report.
 *
 * <p>Keys stand in the order of the records' components, instants are ISO 8601 in UTC, and the key of an absent value is
 * left out. What is written, and what is read back, obeys the schema that ships beside this class.
 */
public final class ResultFile {
    /** The file's name within a run's directory. */
    public static final String NAME = "result.json";

    private static final int COMPLAINTS_SHOWN = 5;

    private final JsonMapper mapper = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schemaText());

    /** The JSON Schema (draft 2020-12) of the file, as it is published. */
    public static String schemaText() {
        return Resource.text("result.schema.json");
    }

    /** The result as JSON text, indented by two spaces and ended by a line feed. */
    public String toJson(Result result) {
        try {
            return writer().writeValueAsString(result) + "\n";
        } catch (JsonProcessingException e) {
            throw new ReportException("The result cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Writes the result, replacing what is there. That results obey the schema is held by tests; reading checks it.
     *
     * @throws ReportException if the file cannot be written
     */
    public void write(Result result, Path file) {
        var json = toJson(result);
        try {
            // A lone surrogate in a server's answer has no UTF-8 form: getBytes replaces it, Files.writeString would
            // throw.
            Files.write(file, json.getBytes(UTF_8));
        } catch (IOException e) {
            throw new ReportException("Cannot write " + file + ": " + FileTrouble.reason(e), e);
        }
    }

    /**
     * Reads a result.
     *
     * @throws ReportException if the file cannot be read, is no JSON, does not obey the schema, or is of another version
     */
    public Result read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new ReportException(
                    "Cannot read " + file + ": " + FileTrouble.reason(e)
                            + ". Name a result.json that a run has written.",
                    e);
        }
    }

    /**
     * Reads a result from its text.
     *
     * @param origin where the text came from, for messages
     * @throws ReportException as {@link #read(Path)} does
     */
    public Result parse(String json, String origin) {
        validate(json, origin);
        try {
            return mapper.readValue(json, Result.class);
        } catch (JsonProcessingException e) {
            throw new ReportException(origin + " obeys the schema but cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private void validate(String json, String origin) {
        var tree = tree(json, origin);
        var version = tree.path("schemaVersion");
        if (version.isInt() && version.intValue() != Result.SCHEMA_VERSION) {
            throw new ReportException(origin + " has schemaVersion " + version + ", and this program reads "
                    + Result.SCHEMA_VERSION + ". Use the program that wrote it, or run again.");
        }
        var errors = schema.validate(tree);
        if (!errors.isEmpty()) {
            throw new ReportException(origin + " does not obey the schema of result.json:" + complaints(errors));
        }
    }

    private JsonNode tree(String json, String origin) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw new ReportException(
                    origin + ":" + where.getLineNr() + ":" + where.getColumnNr() + " is not JSON: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    private static String complaints(List<Error> errors) {
        var shown = errors.stream()
                .limit(COMPLAINTS_SHOWN)
                .map(error -> "\n  " + location(error) + ": " + error.getMessage())
                .collect(Collectors.joining());
        var more = errors.size() - COMPLAINTS_SHOWN;
        return more > 0 ? shown + "\n  and " + more + " more" : shown;
    }

    private static String location(Error error) {
        var path = error.getInstanceLocation().toString();
        return path.isEmpty() ? "/" : path;
    }

    private ObjectWriter writer() {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return mapper.writer(printer);
    }
}
