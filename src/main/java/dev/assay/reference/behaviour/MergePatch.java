package dev.assay.reference.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7386). */
final class MergePatch {

    private MergePatch() {}

    /** The target with the patch applied, as a new tree. */
    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        var result = target.deepCopy();
        patch.properties().forEach(member -> {
            var name = member.getKey();
            var value = member.getValue();
            if (value.isNull()) {
                result.remove(name);
            } else if (value instanceof ObjectNode inner) {
                var old = result.get(name);
                result.set(name, apply(old instanceof ObjectNode object ? object : result.objectNode(), inner));
            } else {
                result.set(name, value.deepCopy());
            }
        });
        return result;
    }
}
