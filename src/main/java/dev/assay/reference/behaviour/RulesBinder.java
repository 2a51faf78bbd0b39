package dev.assay.reference.behaviour;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;

/** Binds a tree to {@link Rules}: every member must be there, none may be unknown, nothing is converted. */
final class RulesBinder {

    private static final ObjectMapper MAPPER = mapper();

    private RulesBinder() {}

    static Rules bind(String name, ObjectNode tree) {
        try {
            return MAPPER.treeToValue(tree, Rules.class);
        } catch (JsonMappingException misfit) {
            throw new BehaviourException(
                    "behaviour '%s', at %s: %s".formatted(name, path(misfit), problem(misfit)), misfit);
        } catch (JsonProcessingException unreadable) {
            throw new BehaviourException(
                    "behaviour '%s': %s".formatted(name, unreadable.getOriginalMessage()), unreadable);
        }
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new CamelCaseEnums())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }

    private static String problem(JsonMappingException misfit) {
        if (misfit instanceof UnrecognizedPropertyException unknown) {
            return "unknown member; known here are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        return misfit.getOriginalMessage();
    }

    private static String path(JsonMappingException misfit) {
        var path = misfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "the top" : path;
    }
}
