package dev.assay.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.document.InvalidDocumentException;
import dev.assay.document.YamlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The known defects.
 *
 * @param all in the order of the files and of the entries in them
 * @param without tested requirements that none of them breaks, each with the reason
 */
public record DefectCatalogue(List<Defect> all, Map<String, String> without) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public DefectCatalogue {
        all = List.copyOf(all);
        without = Map.copyOf(without);
        var ids = new HashSet<String>();
        for (var defect : all) {
            if (!ids.add(defect.id())) {
                throw new IllegalArgumentException("two defects have the id " + defect.id());
            }
        }
    }

    /**
     * The defects that ship with the program.
     *
     * @throws InvalidDocumentException if a file is not a list of defects
     */
    public static DefectCatalogue shipped() {
        var all = new ArrayList<Defect>();
        YamlDocument.resource("defects/index.yaml")
                .root()
                .forEach(file -> all.addAll(read(YamlDocument.resource("defects/" + file.asText()))));
        var without = new HashMap<String, String>();
        YamlDocument.resource("defects/without.yaml")
                .root()
                .fields()
                .forEachRemaining(
                        entry -> without.put(entry.getKey(), entry.getValue().asText()));
        return new DefectCatalogue(all, without);
    }

    /** The defect of that id. */
    public Optional<Defect> find(String id) {
        return all.stream().filter(defect -> defect.id().equals(id)).findFirst();
    }

    private static List<Defect> read(YamlDocument document) {
        try {
            return List.of(MAPPER.treeToValue(document.root(), Defect[].class));
        } catch (JsonProcessingException e) {
            throw new InvalidDocumentException(List.of(document.problem("", e.getOriginalMessage())));
        }
    }
}
