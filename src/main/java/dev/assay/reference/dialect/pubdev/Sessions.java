package dev.assay.reference.dialect.pubdev;

import dev.assay.reference.behaviour.TokenRules.Actions;
import dev.assay.reference.core.Actor;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.Account;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.dialect.Dialect;
import dev.assay.reference.wire.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who is signed in on the web site (dart-lang/pub-dev app/lib/shared/cookie_utils.dart, account/session_cookie.dart):
 * both cookies and the CSRF token name the session. The model's sessions have one text for all three.
 */
record Sessions(Dialect dialect, RegistryCore core, Actions actions) {

    private static final List<String> LAX = List.of("__Host-PUB_SID", "PUB_SID_INSECURE");
    private static final List<String> STRICT = List.of("__Host-PUB_SSID", "PUB_SSID_INSECURE");

    /** Whose session it is. */
    Actor actor(Request request) throws ApiProblem {
        return actions == Actions.MANAGE_SENT_AS_WITH_UPLOADS
                        && cookie(request, LAX).isEmpty()
                ? known(Optional.empty(), dialect.token(core, dialect.presentedToUpload(request)))
                : signedIn(request);
    }

    private Actor signedIn(Request request) throws ApiProblem {
        var session = cookie(request, LAX).orElseThrow(Sessions::missing);
        if (!cookie(request, STRICT).equals(Optional.of(session))
                || !request.header("x-pub-csrf-token").equals(session)) {
            throw missing();
        }
        var account = core.state().accounts().withSession(session);
        var isToken = account.isEmpty() && actions != Actions.MANAGE_SENT_AS_WITH_UPLOADS;
        return known(account, isToken ? dialect.token(core, session) : Optional.empty());
    }

    private static Actor known(Optional<Account> account, Optional<RegistryToken> token) throws ApiProblem {
        if (account.isEmpty() && token.isEmpty()) {
            throw missing();
        }
        return new Actor(account, token);
    }

    private static ApiProblem missing() {
        return ApiProblem.missingAuthentication(Authentication.REQUIRED);
    }

    private static Optional<String> cookie(Request request, List<String> names) {
        return Arrays.stream(request.header("Cookie").split(";"))
                .map(cookie -> cookie.strip().split("=", 2))
                .filter(cookie -> cookie.length == 2 && names.contains(cookie[0]))
                .map(cookie -> cookie[1])
                .findFirst();
    }
}
