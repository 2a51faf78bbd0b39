package dev.assay.reference.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How an embedded registry decides. Immutable. Behaviours are written in YAML; a defect is a merge patch (RFC 7386)
 * over one of them.
 */
public final class Behaviour {

    private final String name;
    private final ObjectNode tree;
    private final Rules rules;

    private Behaviour(String name, ObjectNode tree) {
        this.name = name;
        this.tree = tree;
        this.rules = RulesBinder.bind(name, tree);
    }

    /**
     * One of the behaviours that come with the harness.
     *
     * @param name {@code strict} or {@code pypi}
     * @throws BehaviourException if there is none of that name
     */
    public static Behaviour shipped(String name) {
        return new Behaviour(name, BehaviourFiles.read(name));
    }

    /**
     * A copy with a merge patch applied (RFC 7386): members replace, null removes, objects merge.
     *
     * @throws BehaviourException if the result has an unknown member or value; the message names its path
     */
    public Behaviour with(JsonNode mergePatch) {
        if (!(mergePatch instanceof ObjectNode patch)) {
            throw new BehaviourException(
                    "behaviour '%s': a change must be an object, got %s".formatted(name, mergePatch.getNodeType()));
        }
        return new Behaviour(name, MergePatch.apply(tree, patch));
    }

    /** The name it was read under. */
    public String name() {
        return name;
    }

    /** What it says. */
    public Rules rules() {
        return rules;
    }

    /** A copy of the whole tree, for showing. */
    public ObjectNode toJson() {
        return tree.deepCopy();
    }

    @Override
    public String toString() {
        return "behaviour " + name + " (" + rules.title() + ")";
    }
}
