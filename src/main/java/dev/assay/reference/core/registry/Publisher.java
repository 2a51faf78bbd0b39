package dev.assay.reference.core.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A policy: the workload that may publish.
 *
 * @param id of this entry
 * @param provider the kind of identity provider, such as {@code github}
 * @param issuer whose ID tokens count
 * @param fields what was entered, by field name; a field that was left out is absent
 * @param ids the immutable ids behind the names, by pin name, as far as they are known
 */
public record Publisher(UUID id, String provider, String issuer, Map<String, String> fields, Map<String, String> ids) {

    private static final String ENVIRONMENT = "environment";

    /** Copies the maps. */
    public Publisher {
        fields = Map.copyOf(fields);
        ids = Map.copyOf(ids);
    }

    /** What was entered, or an empty text. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether both name the same workload, whatever their ids are. */
    public boolean namesSameWorkload(Publisher other) {
        return provider.equals(other.provider) && issuer.equals(other.issuer) && fields.equals(other.fields);
    }

    /** Whether both name the same workload, whatever their ids and their environments are. */
    public boolean namesSameWorkflow(Publisher other) {
        return withEnvironmentOf(other).namesSameWorkload(other);
    }

    /** A copy with the environment of another policy, or none if that has none. */
    public Publisher withEnvironmentOf(Publisher other) {
        var changed = new HashMap<>(withoutEnvironment().fields);
        if (other.fields.containsKey(ENVIRONMENT)) {
            changed.put(ENVIRONMENT, other.field(ENVIRONMENT));
        }
        return new Publisher(id, provider, issuer, changed, ids);
    }

    /** A copy for any environment. */
    Publisher withoutEnvironment() {
        var changed = new HashMap<>(fields);
        changed.remove(ENVIRONMENT);
        return new Publisher(id, provider, issuer, changed, ids);
    }

    /** A copy that knows names and no ids. */
    Publisher withoutIds() {
        return new Publisher(id, provider, issuer, fields, Map.of());
    }

    /** A copy that knows these ids too. */
    public Publisher withIds(Map<String, String> more) {
        var all = new HashMap<>(more);
        all.putAll(ids);
        return new Publisher(id, provider, issuer, fields, all);
    }

    /** A copy whose fields are changed. */
    public Publisher withFields(UnaryOperator<String> change) {
        var changed = new HashMap<>(fields);
        changed.replaceAll((name, value) -> change.apply(value));
        return new Publisher(id, provider, issuer, changed, ids);
    }

    /** The template with fields and ids in place of their names in braces. */
    public String fill(String template) {
        var text = template;
        for (var field : fields.entrySet()) {
            text = text.replace("{" + field.getKey() + "}", field.getValue());
        }
        for (var id : ids.entrySet()) {
            text = text.replace("{" + id.getKey() + "}", id.getValue());
        }
        return text.replace("{issuerHost}", issuer.replaceFirst("^https?://", ""));
    }
}
