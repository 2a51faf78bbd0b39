package dev.assay.reference.dialect.npm;

import dev.assay.reference.core.Actor;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.Account;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.wire.Request;
import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param credential what follows {@code Bearer}; absent without such a header
 * @param account whose session it is
 * @param token the registry token that it is instead
 */
record Caller(Optional<String> credential, Optional<Account> account, Optional<RegistryToken> token) {

    static Caller of(RegistryCore core, Request request) {
        var credential = request.credentials("Bearer").filter(text -> !text.isEmpty());
        var account = credential.flatMap(core.state().accounts()::withSession);
        var token = account.isPresent()
                ? Optional.<RegistryToken>empty()
                : credential.flatMap(text -> NpmTokens.identify(core, text));
        return new Caller(credential, account, token);
    }

    /** The same, for whoever decides about rights. */
    Actor actor() {
        return new Actor(account, token);
    }

    /** Whether it presents an account's long-lived token, which needs no second factor. */
    boolean bypassesSecondFactor() {
        return token.map(RegistryToken::isLongLived).orElse(false);
    }

    /** Never shows the credential. */
    @Override
    public String toString() {
        return actor().name();
    }
}
