package dev.assay.steps;

import dev.assay.identity.server.Fetch;
import dev.assay.registry.Secrets;
import dev.assay.result.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server around the registry was asked for; the registry is the only one who asks there.
 *
 * @param server who was asked, for a person
 */
public record Overheard(String server, Fetch fetch) {
    private static final String REGISTRY = "registry";

    /** All that a server was asked for. */
    public static Stream<Overheard> of(String server, List<Fetch> fetches) {
        return fetches.stream().map(fetch -> new Overheard(server, fetch));
    }

    /** As a report shows it, without a number yet. */
    Message message(Secrets secrets) {
        return new Message(
                0,
                fetch.at(),
                fetch.answer().map(answer -> answer.took().toMillis()).orElse(0L),
                REGISTRY,
                server,
                "asks for " + fetch.what(),
                new Message.Request(
                        fetch.method(),
                        secrets.redact(fetch.url()),
                        Stream.of(fetch.client())
                                .filter(client -> !client.isEmpty())
                                .map(client -> new Message.Header("User-Agent", secrets.redact(client)))
                                .toList(),
                        Optional.empty(),
                        Optional.empty()),
                fetch.answer()
                        .filter(answer -> answer.whole())
                        .map(answer -> new Message.Response(answer.status(), "", List.of(), Optional.empty())),
                problem(),
                Optional.empty());
    }

    private Optional<String> problem() {
        if (fetch.answer().filter(answer -> answer.whole()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(fetch.answer()
                .map(answer -> answer.status() == 0
                        ? "the connection was closed without an answer"
                        : "the connection was closed in the middle of the answer, status " + answer.status())
                .orElse("no complete answer by the end of the scenario"));
    }
}
