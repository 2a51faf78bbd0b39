package dev.assay.reference.dialect.pypi;

import dev.assay.reference.core.TokenWriter;
import dev.assay.reference.core.registry.RegistryToken;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Writes registry tokens as macaroons.
 *
 * @param prefix what they begin with
 * @param location host name of the registry
 */
record MacaroonWriter(String prefix, String location) implements TokenWriter {

    @Override
    public String write(RegistryToken token, List<UUID> packageIds) {
        var key = HexFormat.of().parseHex(token.secret());
        return prefix
                + Macaroon.signed(key, location, token.id().toString(), caveats(token, packageIds))
                        .text();
    }

    private static List<String> caveats(RegistryToken token, List<UUID> packageIds) {
        var caveats = new ArrayList<String>();
        if (token.isLongLived()) {
            caveats.add(Caveats.user(token.account().orElseThrow()));
            if (!token.onlyPackages().isEmpty()) {
                caveats.add(Caveats.names(token.onlyPackages().stream().sorted().toList()));
            }
            return caveats;
        }
        token.grants().stream().findFirst().ifPresent(grant -> caveats.add(Caveats.publisher(grant.publisher())));
        caveats.add(Caveats.projects(packageIds));
        caveats.add(Caveats.expiration(token.expiresAt(), token.notBefore()));
        return caveats;
    }
}
