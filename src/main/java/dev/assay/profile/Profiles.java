package dev.assay.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.assay.document.DocumentSchema;
import dev.assay.document.InvalidDocumentException;
import dev.assay.document.Problem;
import dev.assay.document.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds profiles: the user's own in a directory, before those that ship with the program. */
public final class Profiles {
    /** The shipped profiles, in the order in which they are listed. */
    public static final List<String> SHIPPED = List.of("pypi", "pypi-strict", "peryx");

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Optional<Path> directory;

    /** Profiles of a directory, or only the shipped ones. */
    public Profiles(Optional<Path> directory) {
        this.directory = directory;
    }

    /** The names that {@link #load} knows, sorted. */
    public Set<String> names() {
        var names = new TreeSet<>(SHIPPED);
        directory.ifPresent(dir -> {
            try (var files = Files.list(dir)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".yaml"))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".yaml".length())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return names;
    }

    /**
     * Loads a profile with everything that it extends.
     *
     * @param name of a profile, or the path of a profile file
     * @throws InvalidDocumentException if it does not exist or is not a profile, with file, line and path
     */
    public Profile load(String name) {
        var document = find(name);
        return bind(document, merged(document, new HashSet<>()), isShipped(document));
    }

    /** Checks a profile file against the schema, whatever it extends included. */
    public Profile check(Path file) {
        var document = YamlDocument.read(file);
        return bind(document, merged(document, new HashSet<>()), false);
    }

    private YamlDocument find(String name) {
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return YamlDocument.read(Path.of(name));
        }
        var own = directory.map(dir -> dir.resolve(name + ".yaml")).filter(Files::exists);
        if (own.isPresent()) {
            return YamlDocument.read(own.get());
        }
        if (SHIPPED.contains(name)) {
            return YamlDocument.resource("profiles/" + name + ".yaml");
        }
        throw new InvalidDocumentException(List.of(new Problem(
                name, 0, 0, "", "there is no such profile; known are " + String.join(", ", names()))));
    }

    private static boolean isShipped(YamlDocument document) {
        return SHIPPED.stream().anyMatch(name -> document.file().equals("profiles/" + name + ".yaml"));
    }

    private JsonNode merged(YamlDocument document, Set<String> seen) {
        var base = document.root().path("extends");
        if (!base.isTextual()) {
            return document.root();
        }
        if (!seen.add(document.file())) {
            throw new InvalidDocumentException(
                    List.of(document.problem("/extends", "extends itself, through " + String.join(", ", seen))));
        }
        var parent = merged(find(base.asText()), seen);
        return MergePatch.apply(parent, document.root());
    }

    private static Profile bind(YamlDocument document, JsonNode tree, boolean shipped) {
        if (!shipped) {
            var problems = DocumentSchema.shipped("profiles/profile.schema.json").problems(tree, document::problem);
            if (!problems.isEmpty()) {
                throw new InvalidDocumentException(problems);
            }
        }
        try {
            var content = tree.deepCopy();
            ((ObjectNode) content).remove(List.of("extends", "$schema"));
            return MAPPER.treeToValue(content, Profile.class);
        } catch (JsonProcessingException e) {
            throw new InvalidDocumentException(List.of(document.problem("", e.getOriginalMessage())));
        }
    }
}
