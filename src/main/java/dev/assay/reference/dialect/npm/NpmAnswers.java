package dev.assay.reference.dialect.npm;

import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * Answers of the registry's two halves: publishing and what is older than trusted publishing says {@code error}, which
 * the client prints; the exchange and the trust API say {@code message}, which it does not.
 */
final class NpmAnswers {

    /** The notice that accompanies a masked refusal; the client prints it. */
    static final String EXPIRED_OR_REVOKED = "Access token expired or revoked. Please try logging in again.";

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private NpmAnswers() {}

    static Answer error(int status, String text) {
        return Answer.json(status, Map.of("error", text));
    }

    static Answer message(int status, String text) {
        return Answer.json(status, Map.of("message", text));
    }

    static Answer unauthorized() {
        return message(401, "Unauthorized");
    }

    static Answer notFound(Request request) {
        return error(404, "Not found");
    }

    /** The misleading pair: a credential that is not good for something, told as a thing that does not exist. */
    static Answer masked() {
        return error(404, "Not found").with("npm-notice", EXPIRED_OR_REVOKED);
    }

    static Answer tooLong(Request request) {
        return error(413, "Payload Too Large");
    }

    /** A time as the registry writes it, in UTC with milliseconds. */
    static String time(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
