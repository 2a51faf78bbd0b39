package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;

/**
 * What lies before every endpoint (src/middleware.rs): a {@code User-Agent} is demanded, errors become JSON, and every
 * answer gets the common headers.
 */
record Front(Action action) implements Endpoint {

    /** The content delivery network's own name counts as none. */
    private static final String NETWORK = "Amazon CloudFront";

    private static final String WANTED = """
            We require that all requests include a `User-Agent` header.  To allow us to determine the impact your bot has \
            on our service, we ask that your user agent actually identify your bot, and not just report the HTTP client \
            library you're using.  Including contact information will also reduce the chance that we will need to take \
            action against your bot.

            Bad:
              User-Agent: <bad user agent that you used>

            Better:
              User-Agent: my_crawler

            Best:
              User-Agent: my_crawler (my_crawler.com/info)
              User-Agent: my_crawler (help@my_crawler.com)

            If you believe you've received this message in error, please email help@crates.io and include the request id \
            .
            """;

    @Override
    public Answer answer(Request request) {
        return dressed(served(request));
    }

    private Answer served(Request request) {
        var agent = request.header("User-Agent");
        if (agent.isEmpty() || agent.equals(NETWORK)) {
            return Replies.error(403, WANTED);
        }
        try {
            return action.answer(request);
        } catch (Rejected rejected) {
            return rejected.answer();
        } catch (ServerFault fault) {
            return Replies.error(500, "Internal Server Error");
        }
    }

    /** Adds the headers of src/middleware/common_headers.rs. */
    static Answer dressed(Answer answer) {
        var dressed =
                answer.with("access-control-allow-origin", "*").with("strict-transport-security", "max-age=31536000");
        return answer.status() == 200 || answer.status() == 204
                ? dressed.with("x-content-type-options", "nosniff")
                        .with("x-frame-options", "SAMEORIGIN")
                        .with("x-xss-protection", "0")
                : dressed;
    }

    /** What an endpoint does. */
    @FunctionalInterface
    interface Action {

        /** The answer. */
        Answer answer(Request request) throws Rejected;
    }
}
