package dev.assay.probe;

import dev.assay.result.Message.DecodedToken;
import dev.assay.result.ProbeResult.Said;
import dev.assay.result.ProbeResult.State;
import dev.assay.result.ProbeResult.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a step has to say, before the conversation is added to it. */
record Report(State state, String outcome, List<String> details, Optional<DecodedToken> token, List<String> hints) {

    static Report of(State state, String outcome) {
        return new Report(state, outcome, List.of(), Optional.empty(), List.of());
    }

    static Report done(String outcome) {
        return of(State.DONE, outcome);
    }

    static Report failed(String outcome) {
        return of(State.FAILED, outcome);
    }

    static Report leftOut(String outcome) {
        return of(State.LEFT_OUT, outcome);
    }

    Report with(List<String> lines) {
        return new Report(state, outcome, lines, token, hints);
    }

    Report showing(DecodedToken decoded) {
        return new Report(state, outcome, details, Optional.of(decoded), hints);
    }

    Report hinting(List<String> more) {
        var all = new ArrayList<>(hints);
        all.addAll(more);
        return new Report(state, outcome, details, token, all);
    }

    /** The step; what the answers' own explanations hint at comes first. */
    Step as(String title, String member, List<Said> said, UnaryOperator<String> redact) {
        var all = Stream.concat(said.stream().flatMap(each -> each.explanation().hints().stream()), hints.stream())
                .map(redact)
                .distinct()
                .toList();
        return new Step(title, member, state, redact.apply(outcome), details, token, said, all);
    }
}
