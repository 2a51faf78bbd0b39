package dev.assay.registry;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * The environment's variables as templates see them, such as {@code {env.REGISTRY_ADMIN}}. A profile takes credentials from
 * there, so whatever it takes is a secret from then on.
 */
final class EnvironmentValues extends AbstractMap<String, String> {
    private final Map<String, String> variables;
    private final Secrets secrets;

    EnvironmentValues(Map<String, String> variables, Secrets secrets) {
        this.variables = Map.copyOf(variables);
        this.secrets = secrets;
    }

    /** Every name is known: one that is not set is a complaint of its own, rather than a mistake in the template. */
    @Override
    public boolean containsKey(Object name) {
        return true;
    }

    @Override
    public String get(Object name) {
        var value = variables.get(String.valueOf(name));
        if (value == null || value.isEmpty()) {
            throw new Provisioner.UnsupportedException(
                    "the environment variable " + name + ", which the profile's request needs, is not set");
        }
        secrets.addOfEnvironment(value, String.valueOf(name));
        return value;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}
