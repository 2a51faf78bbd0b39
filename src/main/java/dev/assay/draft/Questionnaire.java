package dev.assay.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.assay.document.YamlDocument;
import java.util.List;

/** The questions that make a profile, in the order of the schema. */
public final class Questionnaire {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    private Questionnaire() {}

    /** Those that ship with the program. */
    public static List<Question> shipped() {
        try {
            var root = YamlDocument.resource("draft/questions.yaml").root();
            return List.copyOf(MAPPER.treeToValue(root, new TypeReference<List<Question>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the shipped questions cannot be read", e);
        }
    }
}
