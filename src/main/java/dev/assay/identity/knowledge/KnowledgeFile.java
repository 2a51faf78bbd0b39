package dev.assay.identity.knowledge;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A YAML file that holds knowledge about the outside world.
 *
 * @param name as messages show it
 * @param content what it says
 */
public record KnowledgeFile(String name, JsonNode content) {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .addModule(new Jdk8Module())
            .build();

    public KnowledgeFile {
        requireNonNull(name, "name");
        requireNonNull(content, "content");
    }

    /**
     * Reads a file that comes with the program.
     *
     * @param resource path from the root of the class path, without a leading slash
     * @throws KnowledgeException if the file is missing or is not YAML
     */
    public static KnowledgeFile shipped(String resource) {
        return read(resource, bytes(resource));
    }

    /**
     * Reads a file of the user's.
     *
     * @throws KnowledgeException if the file cannot be read or is not YAML
     */
    public static KnowledgeFile at(Path path) {
        try {
            return read(path.toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new KnowledgeException(path + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * The same file, once it is known to follow a schema.
     *
     * @throws KnowledgeException naming the file and, for each violation, the place and what was expected there
     */
    public KnowledgeFile following(KnowledgeSchema schema) {
        var violations = schema.violations(content);
        if (!violations.isEmpty()) {
            throw new KnowledgeException(violations.stream()
                    .map(violation -> name + ": " + violation)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        return this;
    }

    /**
     * The content as a Java value.
     *
     * @throws KnowledgeException naming the place that does not fit
     */
    public <T> T as(Class<T> type) {
        return as(content, type);
    }

    /** A part of the content as a Java value. */
    public <T> T as(JsonNode part, Class<T> type) {
        try {
            return YAML.treeToValue(part, type);
        } catch (JsonProcessingException e) {
            throw new KnowledgeException(name + ": " + e.getOriginalMessage(), e);
        }
    }

    private static KnowledgeFile read(String name, byte[] yaml) {
        try {
            return new KnowledgeFile(name, YAML.readTree(yaml));
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw new KnowledgeException(
                    name + ":" + where.getLineNr() + ": is not readable YAML: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String resource) {
        try (InputStream in = KnowledgeFile.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new KnowledgeException(resource + ": is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
