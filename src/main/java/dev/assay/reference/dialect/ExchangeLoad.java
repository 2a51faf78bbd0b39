package dev.assay.reference.dialect;

import dev.assay.reference.behaviour.ParsingRules.Malformed;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.wire.Answer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** What an endpoint that exchanges tokens bears, and who may keep its answers, whatever the wire. */
public final class ExchangeLoad {
    private final Rules rules;
    private final AtomicInteger running = new AtomicInteger();

    /** No exchange is under way yet. */
    public ExchangeLoad(Rules rules) {
        this.rules = rules;
    }

    /**
     * Answers one request among those that are under way.
     *
     * @param <X> what the answering may fail with
     */
    @FunctionalInterface
    public interface Answering<X extends Exception> {
        /** The answer, without the fields that are the same for all. */
        Answer answer() throws X;
    }

    /**
     * An answer, unless too many are under way.
     *
     * @throws ServerFault if they are
     */
    public <X extends Exception> Answer answer(Answering<X> answering) throws X {
        try {
            if (rules.load().simultaneousExchanges().exceededBy(running.incrementAndGet())) {
                throw new ServerFault("too many exchanges at once");
            }
            return cached(answering.answer());
        } finally {
            running.decrementAndGet();
        }
    }

    /**
     * What a request that is too long is answered with.
     *
     * @param text why it is refused
     * @param refusal how this wire puts a refusal
     * @throws ServerFault if the registry breaks down over it
     */
    public Answer tooLong(String text, Function<Refused, Answer> refusal) {
        if (rules.load().tooLong() == Malformed.SERVER_ERROR) {
            throw new ServerFault(text);
        }
        return cached(refusal.apply(new Refused(Reason.REQUEST_TOO_LONG, text)));
    }

    private Answer cached(Answer answer) {
        var cacheControl = rules.answers().cacheControl();
        return cacheControl.isEmpty() ? answer : answer.with("Cache-Control", cacheControl);
    }
}
