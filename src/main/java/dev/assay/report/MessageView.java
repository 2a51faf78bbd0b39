package dev.assay.report;

import dev.assay.result.Message;
import dev.assay.result.Message.DecodedToken;
import dev.assay.result.Message.Header;
import dev.assay.result.Message.Response;
import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message as the template {@code message.html} shows it.
 *
 * @param status status and reason phrase, or why nothing came back
 * @param kind how it was judged, as a letter for the style sheet: g, r, b, or a dash for what was not judged
 * @param outcome how it was judged; may be empty
 * @param request head and body as sent
 * @param response head and body as received; empty when nothing came back
 */
record MessageView(
        Message message,
        String duration,
        String status,
        String kind,
        String outcome,
        RawString request,
        RawString response,
        List<TokenView> tokens) {

    private static final int BODY_SHOWN = 16_384;

    /** A decoded ID token; at most one a message, in a list because a template knows no other absence. */
    record TokenView(String description, RawString header, RawString payload, boolean compared) {
        private static TokenView of(DecodedToken token, Optional<DecodedToken> twin) {
            return new TokenView(
                    token.description(),
                    new RawString(TokenComparison.header(token, twin)),
                    new RawString(TokenComparison.payload(token, twin)),
                    twin.isPresent());
        }
    }

    static MessageView of(Message message, Optional<DecodedToken> twin) {
        var request = message.request();
        var status = message.response()
                .map(MessageView::statusLine)
                .or(message::problem)
                .orElse("no answer");
        var outcome = message.outcome().orElse("");
        return new MessageView(
                message,
                Durations.of(message.durationMs()),
                status,
                outcome.isEmpty() ? "-" : outcome.substring(0, 1).toLowerCase(Locale.ROOT),
                outcome,
                text(request.method() + " " + request.url(), request.headers(), request.body()),
                message.response()
                        .map(r -> text(statusLine(r), r.headers(), r.body()))
                        .orElse(new RawString("")),
                request.idToken().map(token -> TokenView.of(token, twin)).stream()
                        .toList());
    }

    /** Whether a server around the registry was asked for something: there is little to show of it. */
    public boolean heard() {
        return message.from().equals("registry");
    }

    private static String statusLine(Response response) {
        return (response.status() + " " + response.reason()).strip();
    }

    private static RawString text(String start, List<Header> headers, Optional<String> body) {
        var sent = start
                + headers.stream()
                        .map(header -> "\n" + header.name() + ": " + header.value())
                        .collect(Collectors.joining())
                + body.filter(text -> !text.isEmpty())
                        .map(text -> "\n\n" + pretty(text))
                        .orElse("");
        return new RawString(VisibleText.content(sent));
    }

    private static String pretty(String body) {
        if (body.length() > BODY_SHOWN) {
            return body.substring(0, BODY_SHOWN) + "\n… " + (body.length() - BODY_SHOWN)
                    + " more characters are in result.json";
        }
        return PrettyJson.of(body).orElseGet(() -> VisibleText.legible(body));
    }
}
