package dev.assay.reference.dialect.npm;

import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.Account;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The dance around a one-time password: the challenge, the page where an account's holder confirms (the site's, for which
 * this registry stands in), and the address that the client polls (npm/api-documentation trust.yaml; npm-profile).
 */
record SecondFactorEndpoints(RegistryCore core, SecondFactor factor, URI baseUri) {

    private static final String RETRY_AFTER_SECONDS = "1";

    /** The challenge, unless the request carries a good password. */
    Optional<Answer> challenge(Request request, Account account) {
        if (factor.accepts(account, request.header("npm-otp"))) {
            return Optional.empty();
        }
        var attempt = factor.begin(account);
        var isWeb = request.header("npm-auth-type").equals("web")
                && request.header("npm-command").equals("trust");
        return Optional.of(isWeb ? webChallenge(attempt) : plainChallenge(attempt));
    }

    private Answer webChallenge(String attempt) {
        return Answer.json(
                        401,
                        Map.of(
                                "authUrl",
                                baseUri + "/auth/cli/" + attempt,
                                "doneUrl",
                                baseUri + "/-/v1/done?authId=" + attempt))
                .with("www-authenticate", "OTP");
    }

    private Answer plainChallenge(String attempt) {
        return NpmAnswers.unauthorized()
                .with("www-authenticate", "OTP")
                .with(
                        "npm-notice",
                        "Open %s/login/%s to use your security key for authentication".formatted(baseUri, attempt));
    }

    /** {@code GET /auth/cli/{attempt}} and {@code GET /login/{attempt}}: the holder confirms. */
    Answer confirm(Request request) {
        return factor.confirm(request.pathParameter("attempt"))
                ? Answer.of(200, "text/html; charset=utf-8", "<html><body><p>Confirmed.</p></body></html>")
                : NpmAnswers.notFound(request);
    }

    /** {@code GET /-/v1/done?authId={attempt}}: not yet, or the password. */
    Answer done(Request request) {
        var attempt = Optional.ofNullable(request.query().get("authId")).orElse("");
        var account = Caller.of(core, request).account();
        if (account.isEmpty() || !factor.isOf(attempt, account.get())) {
            return NpmAnswers.unauthorized();
        }
        return factor.password(attempt)
                .map(password -> Answer.json(200, Map.of("token", password)))
                .orElseGet(() -> Answer.json(202, Map.of()).with("retry-after", RETRY_AFTER_SECONDS));
    }
}
