package dev.assay.report;

import dev.assay.result.Explanation;
import dev.assay.result.Message;
import dev.assay.result.ProbeResult;
import dev.assay.result.ProbeResult.Said;
import dev.assay.result.ProbeResult.State;
import dev.assay.result.ProbeResult.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A probe for the console: every step with what was said and how the profile read it, then a summary. */
public final class ProbeText {
    private static final int INDENT = 4;
    private static final int SHOWN_IF_DONE = 400;

    private final Ink ink;
    private final List<String> lines = new ArrayList<>();

    /** A text with or without colours, in Unicode or in ASCII. */
    public ProbeText(boolean colours, boolean unicode) {
        this.ink = new Ink(colours, unicode);
    }

    /** The lines of a probe, each with its end. */
    public String render(ProbeResult result) {
        lines.clear();
        wrapped(result.title() + " with " + result.identityProvider() + ", at " + result.target(), 0);
        wrapped("run " + result.runId() + ", issuer " + result.issuer(), 0);
        result.steps().forEach(this::step);
        summary(result);
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    private void step(Step step) {
        lines.add("");
        var mark = mark(step.state());
        var head = ink.symbol(mark) + " " + step.title() + ": " + step.outcome();
        ink.wrapped(head, 0).forEach(line -> lines.add(ink.in(mark, line)));
        step.details().forEach(detail -> verbatim(detail, INDENT));
        step.token().ifPresent(token -> {
            verbatim("header " + token.header(), INDENT);
            PrettyJson.of(token.payload()).orElse(token.payload()).lines().forEach(line -> verbatim(line, INDENT));
        });
        step.conversation().forEach(said -> said(said, step.state() == State.FAILED));
        step.hints().forEach(hint -> wrapped((step.state() == State.FAILED ? "hint: " : "note: ") + hint, INDENT));
    }

    private static Mark mark(State state) {
        return switch (state) {
            case DONE -> Mark.PASSED;
            case FAILED -> Mark.FAILED;
            case LEFT_OUT -> Mark.INAPPLICABLE;
            case NOT_REACHED -> Mark.UNTESTED;
        };
    }

    private void said(Said said, boolean inFull) {
        var message = said.message();
        verbatim("> " + message.request().method() + " " + message.request().url(), INDENT);
        headers(message.request().headers(), ">");
        body(message.request().body(), ">", inFull);
        message.problem().ifPresent(problem -> verbatim("< no answer: " + problem, INDENT));
        message.response().ifPresent(response -> {
            verbatim("< " + response.status() + " " + response.reason() + ", " + message.durationMs() + " ms", INDENT);
            if (inFull) {
                headers(response.headers(), "<");
            }
            body(response.body(), "<", inFull);
        });
        said.explanation().rules().forEach(rule -> rule(said.explanation().member(), rule));
    }

    private void headers(List<Message.Header> headers, String sign) {
        headers.forEach(header -> verbatim(sign + " " + header.name() + ": " + header.value(), INDENT));
    }

    private void body(Optional<String> body, String sign, boolean inFull) {
        body.map(VisibleText::legible)
                .map(text -> inFull || text.length() <= SHOWN_IF_DONE ? text : text.substring(0, SHOWN_IF_DONE) + "…")
                .ifPresent(text -> text.lines().forEach(line -> verbatim(sign + " " + line, INDENT)));
    }

    private void rule(String member, Explanation.Rule rule) {
        var found = new TreeMap<>(rule.extracted())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .collect(Collectors.joining("; "));
        wrapped(
                "= " + member + "." + rule.name() + (rule.fits() ? " fits: " : " does not fit: ") + rule.why()
                        + (found.isEmpty() ? "" : "; " + found),
                INDENT);
    }

    private void summary(ProbeResult result) {
        lines.add("");
        var done = result.steps().stream().filter(s -> s.state() == State.DONE).count();
        var reached =
                result.steps().stream().filter(s -> s.state() != State.LEFT_OUT).count();
        var exercised = new LinkedHashSet<String>();
        result.steps()
                .forEach(step -> step.conversation()
                        .forEach(said -> exercised.add(said.explanation().member())));
        listed("Exercised: ", exercised);
        listed("Not exercised: ", result.untouched());
        var verdict = result.exitCode() == 0
                ? done + " of " + reached
                        + " steps done: the profile describes this registry as far as a happy path goes."
                : done + " of " + reached + " steps done. Correct what the hints name, and probe again.";
        ink.wrapped(verdict, 0).forEach(line -> lines.add(ink.bold(line)));
    }

    private void listed(String title, Collection<String> members) {
        if (!members.isEmpty()) {
            wrapped(title + String.join(", ", members), 0);
        }
    }

    private void wrapped(String text, int indent) {
        lines.addAll(ink.wrapped(text, indent));
    }

    /** Not wrapped, so that it can be copied. */
    private void verbatim(String text, int indent) {
        lines.add(" ".repeat(indent) + ink.line(text));
    }
}
