package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.behaviour.TokenRules.Actions;
import dev.assay.reference.core.Actor;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.Account;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.wire.Request;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out who asks (src/auth.rs): the session cookie wins over an API token, and registry tokens of trusted publishing
 * are unknown here.
 */
record Callers(Rules rules, RegistryCore core, ApiTokens apiTokens, RegistryClock clock) {

    static final String TOKEN_FORMAT = "The given API token does not match the format used by crates.io. "
            + "Tokens generated before 2020-07-14 were generated with an insecure random number generator, and have been"
            + " revoked. You can generate a new token at https://crates.io/me. For more information please see"
            + " https://blog.rust-lang.org/2020/07/14/crates-io-security-advisory.html. We apologize for any"
            + " inconvenience.";
    private static final String UNAUTHENTICATED = "this action requires authentication";
    private static final String UNKNOWN = "authentication failed";
    private static final String COOKIE = "cargo_session=";

    Caller identify(Request request) throws Rejected {
        var session = session(request);
        if (session.isPresent()) {
            return Caller.of(new Actor(session, Optional.empty()));
        }
        var header = Authorization.of(request).orElseThrow(() -> new Rejected(403, UNAUTHENTICATED));
        if (!header.isBearer() || !header.token().startsWith(AccessToken.COMMON_PREFIX)) {
            throw new Rejected(401, TOKEN_FORMAT);
        }
        return holder(core.credentials().withText(header.token()).orElseThrow(() -> new Rejected(403, UNKNOWN)));
    }

    /** As above, but only somebody who is logged in. */
    Caller identifySession(Request request) throws Rejected {
        var caller = identify(request);
        if (caller.apiToken().isPresent()) {
            throw new Rejected(403, "this action can only be performed on the crates.io website");
        }
        return caller;
    }

    private Caller holder(RegistryToken token) throws Rejected {
        if (!token.isLongLived()) {
            if (rules.tokens().actions() != Actions.MANAGE) {
                throw new Rejected(403, UNKNOWN);
            }
            return Caller.of(new Actor(Optional.empty(), Optional.of(token)));
        }
        var scopes = apiTokens.scopesOf(token);
        var isExpired = scopes.flatMap(ApiTokens.Scopes::expiresAt)
                .filter(end -> !clock.get().isBefore(end))
                .isPresent();
        if (isExpired) {
            throw new Rejected(403, UNKNOWN);
        }
        var account = core.state().accounts().open(token.account().orElseThrow());
        return new Caller(new Actor(Optional.of(account), Optional.empty()), Optional.of(token), scopes);
    }

    private Optional<Account> session(Request request) {
        return Arrays.stream(request.header("Cookie").split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE))
                .findFirst()
                .flatMap(cookie -> core.state().accounts().withSession(cookie.substring(COOKIE.length())));
    }
}
