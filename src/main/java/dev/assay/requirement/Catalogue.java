package dev.assay.requirement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.assay.document.InvalidDocumentException;
import dev.assay.document.YamlDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is demanded of a registry: {@code features/requirements.yaml}.
 *
 * @param documents the documents cited, by id
 * @param chapters in reading order
 * @param requirements in reading order
 */
public record Catalogue(Map<String, Document> documents, List<Chapter> chapters, List<Requirement> requirements) {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    /** A document cited. */
    public record Document(String title, String link) {}

    /** A group of requirements. */
    public record Chapter(String id, String title, String summary) {}

    private record File(
            int version, Map<String, Document> documents, List<Chapter> chapters, List<Requirement> requirements) {}

    /** The catalogue that ships with the program. */
    public static Catalogue shipped() {
        return of(YamlDocument.resource("features/requirements.yaml"));
    }

    /**
     * A catalogue from a document.
     *
     * @throws InvalidDocumentException if it is not a catalogue
     */
    public static Catalogue of(YamlDocument document) {
        try {
            var file = MAPPER.treeToValue(document.root(), File.class);
            return new Catalogue(file.documents(), file.chapters(), file.requirements());
        } catch (JsonProcessingException e) {
            throw new InvalidDocumentException(List.of(document.problem("", e.getOriginalMessage())));
        }
    }

    /** The requirement of that id. */
    public Optional<Requirement> find(String id) {
        return requirements.stream().filter(r -> r.id().equals(id)).findFirst();
    }
}
