package dev.assay.reference.core;

import dev.assay.reference.core.registry.Account;
import dev.assay.reference.core.registry.RegistryToken;
import java.util.Optional;

/**
 * Who wants to change something.
 *
 * @param account whose session was presented
 * @param token the registry token that was presented instead
 */
public record Actor(Optional<Account> account, Optional<RegistryToken> token) {

    /** For the record. */
    public String name() {
        return account.map(Account::name).orElse(token.isPresent() ? "registry token" : "nobody");
    }
}
