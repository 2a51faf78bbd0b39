package dev.assay.registry;

import dev.assay.profile.Operation;
import dev.assay.result.Message;
import dev.assay.result.ProbeResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything that was said in one scenario, in order. It is read without secrets, and only so. */
public final class Transcript {
    private static final int SHOWN_OF_BODY = 4096;
    /** Secrets are looked for in so much of a body; a registry may send more than can be searched in good time. */
    static final int SEARCHED_OF_BODY = 32 << 10;

    /** Of a package's bytes nothing is to be read; each run of them is shown as one dot. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\uFFFD&&[^\\r\\n\\t]]{2,}");

    private final Secrets secrets;
    private final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());

    /** An empty transcript that keeps these secrets to itself. */
    public Transcript(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Who speaks, to do what.
     *
     * @param now whether it means something else later, so that nobody waits with it
     */
    public record Purpose(String from, String to, String what, Optional<Message.DecodedToken> idToken, boolean now) {
        /** Who is spoken to when a program of the user's provisions. */
        static final String COMMAND = "provisioning command";

        /** Something that can wait. */
        public Purpose(String from, String to, String what, Optional<Message.DecodedToken> idToken) {
            this(from, to, what, idToken, false);
        }

        /** The same, said now or never. */
        public Purpose atOnce() {
            return new Purpose(from, to, what, idToken, true);
        }

        /** Something said to the registry without an ID token. */
        public static Purpose of(String from, String what) {
            return new Purpose(from, "registry", what, Optional.empty());
        }
    }

    private record Entry(
            Instant at,
            Duration took,
            Purpose purpose,
            Optional<Operation> operation,
            Wire.Request request,
            int secretsBefore,
            Optional<Wire.Answer> answer,
            Optional<String> problem,
            String outcome) {

        /** The answer, if it was the registry's own. */
        Optional<Wire.Answer> registrysAnswer() {
            return purpose.to().equals(Purpose.COMMAND) ? Optional.empty() : answer;
        }

        boolean echoesOneOf(Secrets secrets) {
            return registrysAnswer()
                    .filter(a -> secrets.anyOfTheFirst(secretsBefore, a::contains))
                    .isPresent();
        }
    }

    /** Something is about to be said; what came of it is added later. */
    Draft begin(Purpose purpose, Wire.Request request) {
        return new Draft(Instant.now(), purpose, Optional.empty(), request, secrets.count());
    }

    /** The same, by what a profile says of it. */
    Draft begin(Purpose purpose, Operation operation, Wire.Request request) {
        return new Draft(Instant.now(), purpose, Optional.of(operation), request, secrets.count());
    }

    /** A request that has no answer yet. */
    final class Draft {
        private final Instant at;
        private final Purpose purpose;
        private final Optional<Operation> operation;
        private final Wire.Request request;
        private final int secretsBefore;

        private Draft(
                Instant at, Purpose purpose, Optional<Operation> operation, Wire.Request request, int secretsBefore) {
            this.at = at;
            this.purpose = purpose;
            this.operation = operation;
            this.request = request;
            this.secretsBefore = secretsBefore;
        }

        void answered(Wire.Answer answer, Outcome outcome) {
            add(Optional.of(answer), Optional.empty(), outcome);
        }

        void unanswered(Outcome.Broken outcome) {
            add(Optional.empty(), Optional.of(outcome.problem()), outcome);
        }

        private void add(Optional<Wire.Answer> answer, Optional<String> problem, Outcome outcome) {
            var took = Duration.between(at, Instant.now());
            entries.add(new Entry(
                    at,
                    took,
                    purpose,
                    operation,
                    request,
                    secretsBefore,
                    answer,
                    problem,
                    capitalised(outcome.describe())));
        }
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The registry's latest answer. */
    public Optional<Wire.Answer> lastAnswer() {
        return answers().reduce((earlier, later) -> later);
    }

    /** Every answer of the registry's so far, in order. */
    public Stream<Wire.Answer> answers() {
        return List.copyOf(entries).stream().flatMap(entry -> entry.registrysAnswer().stream());
    }

    /** What was done when the registry first sent back a secret that it had been sent before. */
    public Optional<String> firstEcho() {
        return List.copyOf(entries).stream()
                .filter(entry -> entry.echoesOneOf(secrets))
                .map(entry -> entry.purpose().what())
                .findFirst();
    }

    /** The conversation as a report may show it. */
    public List<Message> messages() {
        return messages(List.of());
    }

    /**
     * The conversation as a report may show it.
     *
     * @param others what else was said meanwhile, without secrets; it finds its place and its number by when it was said
     */
    public List<Message> messages(List<Message> others) {
        var inOrder = Stream.concat(List.copyOf(entries).stream().map(entry -> message(0, entry)), others.stream())
                .sorted(Comparator.comparing(Message::at))
                .toList();
        return IntStream.range(0, inOrder.size())
                .mapToObj(at -> inOrder.get(at).numbered(at + 1))
                .toList();
    }

    /**
     * The conversation with the reasons for every judgement; what no profile describes is left out.
     *
     * @param members the profile's members, by the operation that they describe
     */
    public List<ProbeResult.Said> explained(Function<Operation, Optional<String>> members) {
        var explained = new ArrayList<ProbeResult.Said>();
        for (var entry : List.copyOf(entries)) {
            entry.operation().ifPresent(operation -> {
                var diagnosis = new Diagnosis(members.apply(operation).orElse("operation"), operation, secrets);
                explained.add(new ProbeResult.Said(
                        message(explained.size() + 1, entry),
                        entry.answer()
                                .map(answer -> diagnosis.of(entry.request(), answer))
                                .orElseGet(() -> diagnosis.ofSilence(
                                        entry.request(), entry.problem().orElse("")))));
            });
        }
        return explained;
    }

    private Message message(int number, Entry entry) {
        return new Message(
                number,
                entry.at(),
                entry.took().toMillis(),
                entry.purpose().from(),
                entry.purpose().to(),
                entry.purpose().what(),
                request(entry),
                entry.answer().map(this::response),
                entry.problem().map(secrets::redact),
                Optional.of(secrets.redact(entry.outcome())));
    }

    private Message.Request request(Entry entry) {
        var request = entry.request();
        return new Message.Request(
                request.method(),
                secrets.redact(request.url().toString()),
                headers(request.headers()),
                body(new String(request.body(), StandardCharsets.UTF_8)),
                entry.purpose().idToken());
    }

    private Message.Response response(Wire.Answer answer) {
        return new Message.Response(
                answer.status(), secrets.redact(answer.reason()), headers(answer.headers()), body(answer.body()));
    }

    private List<Message.Header> headers(List<Wire.Header> headers) {
        return headers.stream()
                .map(h -> new Message.Header(h.name(), secrets.redact(h.value())))
                .toList();
    }

    private Optional<String> body(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var shown = UNPRINTABLE
                .matcher(secrets.redact(Excerpt.of(text, SEARCHED_OF_BODY)))
                .replaceAll("·");
        return Optional.of(
                shown.length() <= SHOWN_OF_BODY && text.length() <= SEARCHED_OF_BODY
                        ? shown
                        : shown.substring(0, Math.min(SHOWN_OF_BODY, shown.length())) + "… (" + text.length()
                                + " characters in all)");
    }
}
