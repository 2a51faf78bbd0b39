package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.core.TokenWriter;
import dev.assay.reference.core.registry.RegistryToken;
import java.util.List;
import java.util.UUID;

/**
 * Writes short-lived tokens with a check character, and API tokens without.
 *
 * @param prefix what short-lived tokens begin with
 */
record CratesTokenWriter(String prefix) implements TokenWriter {

    private static final int API_TOKEN_LENGTH = 32;

    @Override
    public String write(RegistryToken token, List<UUID> packageIds) {
        return token.isLongLived()
                ? AccessToken.COMMON_PREFIX + AccessToken.alphanumerics(token.secret(), API_TOKEN_LENGTH)
                : AccessToken.of(prefix, AccessToken.alphanumerics(token.secret(), AccessToken.RAW_LENGTH));
    }
}
