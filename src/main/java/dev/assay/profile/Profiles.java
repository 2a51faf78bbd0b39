package dev.assay.profile;

import com.fasterxml.jackson.core.JsonPointer;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds profiles: the user's own in a directory, before those that ship with the program. */
public final class Profiles {
    /** The shipped profiles, in the order in which they are listed. */
    public static final List<String> SHIPPED = List.of(
            "pypi", //
            "pypi-strict",
            "npm",
            "npm-strict",
            "rubygems",
            "rubygems-strict",
            "crates-io",
            "crates-io-strict",
            "nuget",
            "nuget-strict",
            "pub-dev",
            "pub-dev-strict",
            "peryx");

    /** What several shipped profiles extend, and no profile by itself. */
    static final Set<String> PARTS = Set.of("embedded-administration");

    private static final JsonPointer COMMAND = JsonPointer.compile("/provision/command");

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
        return load(find(name)
                .orElseThrow(() -> new InvalidDocumentException(List.of(new Problem(
                        name, 0, 0, "", "there is no such profile; known are " + String.join(", ", names()))))));
    }

    /** Checks a profile file against the schema, whatever it extends included. */
    public Profile check(Path file) {
        return load(Source.of(file));
    }

    /**
     * Where a profile is written.
     *
     * @param file absent for one that ships with the program
     */
    private record Source(YamlDocument document, Optional<Path> file) {
        static Source of(Path file) {
            return new Source(
                    YamlDocument.read(file), Optional.of(file.toAbsolutePath().normalize()));
        }

        static Source shipped(String name) {
            return new Source(YamlDocument.resource("profiles/" + name + ".yaml"), Optional.empty());
        }
    }

    private Optional<Source> find(String name) {
        return isFile(name)
                ? Optional.of(Source.of(Path.of(name)))
                : named(directory, name).or(() -> shipped(name));
    }

    private static Optional<Source> shipped(String name) {
        return SHIPPED.contains(name) || PARTS.contains(name) ? Optional.of(Source.shipped(name)) : Optional.empty();
    }

    private static Optional<Source> named(Optional<Path> folder, String name) {
        return folder.map(dir -> dir.resolve(isFile(name) ? name : name + ".yaml"))
                .filter(Files::exists)
                .map(Source::of);
    }

    private static boolean isFile(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** What a profile extends: a file beside it, else whatever has the name; a shipped profile's namesake, that one. */
    private Source parent(Source child, String name) {
        var beside = named(child.file().map(Path::getParent), name);
        if (beside.isPresent() && beside.get().file().equals(child.file())) {
            return shipped(name).orElse(child);
        }
        return beside.or(() -> find(name))
                .orElseThrow(() -> new InvalidDocumentException(List.of(child.document()
                        .problem(
                                "/extends",
                                "there is no profile '" + name + "'; known are " + String.join(", ", names())))));
    }

    private Profile load(Source source) {
        return bind(source, merged(source, new LinkedHashSet<>()));
    }

    /** The folder of the first file, from a profile to all that it extends, that has something at a place. */
    private Optional<Path> folderOf(JsonPointer place, Source source) {
        var root = source.document().root();
        if (!root.at(place).isMissingNode()) {
            return source.file().map(Path::getParent);
        }
        var base = root.path("extends");
        return base.isTextual() ? folderOf(place, parent(source, base.asText())) : Optional.empty();
    }

    private JsonNode merged(Source source, Set<String> seen) {
        var document = source.document();
        var base = document.root().path("extends");
        if (!base.isTextual()) {
            return named(source);
        }
        if (!seen.add(document.file())) {
            throw new InvalidDocumentException(
                    List.of(document.problem("/extends", "extends itself, through " + String.join(", ", seen))));
        }
        return Inheritance.of(merged(parent(source, base.asText()), seen), named(source));
    }

    /** The document as it is written, with the file's name for its id where it does not say one. */
    private static JsonNode named(Source source) {
        var root = source.document().root();
        if (!(root instanceof ObjectNode written)
                || written.has("id")
                || source.file().isEmpty()) {
            return root;
        }
        var file = source.file().get().getFileName().toString();
        return written.deepCopy().put("id", file.replaceFirst("\\.ya?ml$", ""));
    }

    private Profile bind(Source source, JsonNode tree) {
        var document = source.document();
        if (source.file().isPresent()) {
            refuse(DocumentSchema.shipped("profiles/profile.schema.json").problems(tree, document::problem));
        }
        try {
            var content = tree.deepCopy();
            ((ObjectNode) content).remove(List.of("extends", "keeps", "$schema"));
            if (content.at(COMMAND) instanceof ObjectNode command) {
                folderOf(COMMAND, source).ifPresent(folder -> command.put("folder", folder.toString()));
            }
            var profile = MAPPER.treeToValue(content, Profile.class);
            refuse(new ProvisioningCheck(profile.provision(), document::problem).problems());
            return profile;
        } catch (JsonProcessingException e) {
            throw new InvalidDocumentException(List.of(document.problem("", e.getOriginalMessage())));
        }
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidDocumentException(problems);
        }
    }
}
