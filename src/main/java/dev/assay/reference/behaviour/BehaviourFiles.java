package dev.assay.reference.behaviour;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;

/** Reads the behaviours that come with the harness, following {@code extends}. */
final class BehaviourFiles {

    private BehaviourFiles() {}

    static ObjectNode read(String name) {
        var tree = parse(name);
        var parent = tree.remove("extends");
        return parent == null ? tree : MergePatch.apply(read(parent.asText()), tree);
    }

    private static ObjectNode parse(String name) {
        var mapper = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (var in = Behaviour.class.getResourceAsStream("/behaviours/" + name + ".yaml")) {
            if (in == null) {
                throw new BehaviourException("there is no behaviour '%s'; try strict or pypi".formatted(name));
            }
            if (mapper.readTree(in) instanceof ObjectNode object) {
                return object;
            }
            throw new BehaviourException("behaviour '%s' is not a YAML mapping".formatted(name));
        } catch (IOException unreadable) {
            throw new BehaviourException("behaviour '%s': %s".formatted(name, unreadable.getMessage()), unreadable);
        }
    }
}
