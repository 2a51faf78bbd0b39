package dev.assay.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a profile takes over from the one it extends. A dialect is inherited: how the registry speaks and what it promises.
 * What is known of one registry is not, unless it is kept: another registry has a name, documents, a model and faults of
 * its own. A profile with the id of the one it extends is about the same registry and inherits everything.
 */
final class Inheritance {
    private static final String KEEPS = "keeps";
    /** What is said of one registry and not of its dialect; the first three have to be there, and are made up. */
    private static final List<String> OF_ONE_REGISTRY =
            List.of("title", "summary", "evidence", "links", "embedded", "deviations");

    private Inheritance() {}

    /**
     * The whole profile.
     *
     * @param parent the profile that is extended, complete
     * @param child what differs, with its id
     */
    static JsonNode of(JsonNode parent, JsonNode child) {
        if (!parent.isObject() || isTheSameRegistry(parent, child)) {
            return MergePatch.apply(parent, child);
        }
        ObjectNode inherited = parent.deepCopy();
        var dropped = new LinkedHashSet<>(OF_ONE_REGISTRY);
        dropped.removeAll(kept(child));
        inherited.remove(dropped);
        var base = parent.path("id").asText();
        if (dropped.contains("title")) {
            inherited.put("title", child.path("id").asText());
        }
        if (dropped.contains("summary")) {
            inherited.put("summary", "Speaks the dialect of " + base + ".");
        }
        if (dropped.contains("evidence")) {
            inherited
                    .putObject("evidence")
                    .put("basis", "inferred")
                    .put("source", "profile " + base + ", which it extends")
                    .put("date", parent.at("/evidence/date").asText());
        }
        return MergePatch.apply(inherited, child);
    }

    private static boolean isTheSameRegistry(JsonNode parent, JsonNode child) {
        return parent.path("id").isMissingNode()
                || !child.path("id").isTextual()
                || parent.path("id").equals(child.path("id"));
    }

    private static Set<String> kept(JsonNode child) {
        var kept = new LinkedHashSet<String>();
        child.path(KEEPS).forEach(member -> kept.add(member.asText()));
        return kept;
    }
}
