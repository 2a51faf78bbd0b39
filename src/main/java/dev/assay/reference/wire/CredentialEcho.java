package dev.assay.reference.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** Repeats the credential of every request that is refused, in a header field, as some do to ease the search for mistakes. */
public final class CredentialEcho implements Handler<RoutingContext> {
    private static final int FIRST_REFUSAL = 400;
    private static final String BASIC = "Basic ";

    @Override
    public void handle(RoutingContext context) {
        context.addHeadersEndHandler(end -> {
            if (context.response().getStatusCode() >= FIRST_REFUSAL) {
                credential(context).ifPresent(known -> context.response().putHeader("X-Refused-Credential", known));
            }
        });
        context.next();
    }

    private static Optional<String> credential(RoutingContext context) {
        return Stream.of("Authorization", "X-NuGet-ApiKey")
                .flatMap(field -> Optional.ofNullable(context.request().getHeader(field)).stream())
                .map(CredentialEcho::legible)
                .findFirst();
    }

    private static String legible(String field) {
        try {
            return field.startsWith(BASIC)
                    ? new String(Base64.getDecoder().decode(field.substring(BASIC.length())), UTF_8)
                    : field;
        } catch (IllegalArgumentException notEncoded) {
            return field;
        }
    }
}
