package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.core.TokenWriter;
import dev.assay.reference.core.registry.RegistryToken;
import java.util.List;
import java.util.UUID;

/**
 * Writes keys: a prefix and 48 hexadecimal digits, for jobs as for people (rubygems/rubygems.org
 * app/controllers/concerns/api_keyable.rb).
 *
 * @param prefix what they begin with
 */
record KeyWriter(String prefix) implements TokenWriter {

    private static final int DIGITS = 48;

    @Override
    public String write(RegistryToken token, List<UUID> packageIds) {
        return prefix + token.secret().substring(0, DIGITS);
    }
}
