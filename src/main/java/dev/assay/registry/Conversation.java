package dev.assay.registry;

import dev.assay.artifact.Artifact;
import dev.assay.profile.Operation;
import dev.assay.profile.Provisioning.Program;
import dev.assay.registry.Outcome.Broken;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Carries out a profile's operations against one target and writes down what was said. */
public final class Conversation {
    private final Wire wire;
    private final RequestWriter writer;
    private final Transcript transcript;
    private final Secrets secrets;
    private final Map<String, Object> constants;

    /**
     * A conversation with the registry at a base URL.
     *
     * @param constants values that every template may use, such as {@code run}
     */
    public Conversation(
            Wire wire,
            Templates templates,
            URI base,
            Transcript transcript,
            Secrets secrets,
            Map<String, ?> constants) {
        this.wire = wire;
        this.writer = new RequestWriter(templates, base);
        this.transcript = transcript;
        this.secrets = secrets;
        this.constants = new HashMap<>(constants);
        this.constants.put(Templates.ENVIRONMENT, new EnvironmentValues(System.getenv(), secrets));
        this.constants.put(
                "target",
                Map.of(
                        "url", base.toString(),
                        "host", String.valueOf(base.getHost()),
                        "authority", String.valueOf(base.getAuthority())));
    }

    /** Values that every template may use. */
    Map<String, Object> constants() {
        return Map.copyOf(constants);
    }

    /**
     * Has a program of the user's carry out an operation of the provisioning.
     *
     * @param before what has to be done just before
     */
    Outcome run(Program program, String operation, Transcript.Purpose purpose, Map<String, ?> values, Runnable before) {
        before.run();
        return new CommandAdministration(transcript, secrets, constants()).perform(program, operation, purpose, values);
    }

    /** Carries out an operation. */
    public Outcome attempt(Operation operation, Transcript.Purpose purpose, Map<String, ?> values) {
        return attempt(operation, purpose, values, Optional.empty());
    }

    /** Carries out an operation that may send an artifact. */
    public Outcome attempt(
            Operation operation, Transcript.Purpose purpose, Map<String, ?> values, Optional<Artifact> artifact) {
        return attempt(operation, purpose, values, artifact, () -> {});
    }

    /**
     * Carries out an operation.
     *
     * @param beforeSending what has to be done just before each request goes out; not called for one that cannot be written
     */
    Outcome attempt(
            Operation operation,
            Transcript.Purpose purpose,
            Map<String, ?> values,
            Optional<Artifact> artifact,
            Runnable beforeSending) {
        return attempt(operation, purpose, values, artifact, beforeSending, request -> request);
    }

    /** Offers an artifact in a request that is changed after it was written. */
    Outcome attemptChanged(
            Operation operation,
            Transcript.Purpose purpose,
            Map<String, ?> values,
            Artifact artifact,
            UnaryOperator<Wire.Request> change) {
        return attempt(operation, purpose, values, Optional.of(artifact), () -> {}, change);
    }

    /** @param change what becomes of the request that carries the artifact */
    private Outcome attempt(
            Operation operation,
            Transcript.Purpose purpose,
            Map<String, ?> values,
            Optional<Artifact> artifact,
            Runnable beforeSending,
            UnaryOperator<Wire.Request> change) {
        var all = new HashMap<>(constants);
        all.putAll(values);
        var known = new HashMap<String, String>();
        all.put("before", known);
        for (var earlier : operation.before()) {
            var outcome = step(earlier, purpose, all, artifact, beforeSending, change);
            if (outcome instanceof Outcome.Refused && earlier.mayBeRefused()) {
                break;
            }
            if (!(outcome instanceof Outcome.Granted granted)) {
                return outcome;
            }
            known.putAll(granted.values());
        }
        return step(operation, purpose, all, artifact, beforeSending, change);
    }

    private Outcome step(
            Operation operation,
            Transcript.Purpose purpose,
            Map<String, ?> values,
            Optional<Artifact> artifact,
            Runnable beforeSending,
            UnaryOperator<Wire.Request> change) {
        try {
            var written = writer.write(operation.request(), values, artifact);
            var request = RequestWriter.carriesArtifact(operation.request()) ? change.apply(written) : written;
            beforeSending.run();
            return send(operation, purpose, request);
        } catch (RequestWriter.ElsewhereException e) {
            return new Broken(Outcome.Kind.UNEXPECTED, String.valueOf(e.getMessage()));
        }
    }

    /** A target that was asked too often is asked again later, within the bounds of patience. */
    private Outcome send(Operation operation, Transcript.Purpose purpose, Wire.Request request) {
        for (int attempts = 1; ; attempts++) {
            if (!purpose.now()) {
                wire.patience().awaitTurn();
            }
            var said = sendOnce(operation, purpose, request);
            if (said.limit().isEmpty()) {
                return said.outcome();
            }
            var end = wire.patience().limited(said.limit().get(), attempts);
            if (purpose.now()) {
                return said.outcome();
            }
            if (end.isPresent()) {
                return said.outcome() instanceof Broken broken
                        ? new Broken(broken.kind(), broken.problem() + "; " + end.get())
                        : said.outcome();
            }
        }
    }

    /**
     * What came of one request.
     *
     * @param limit the answer, if it says that the target was asked too often
     */
    private record Said(Outcome outcome, Optional<Wire.Answer> limit) {}

    private Said sendOnce(Operation operation, Transcript.Purpose purpose, Wire.Request request) {
        var draft = transcript.begin(purpose, operation, request);
        try {
            var answer = wire.send(request, transcript);
            var outcome = AnswerReader.judge(operation, answer);
            remember(operation, answer, outcome);
            draft.answered(answer, outcome);
            return new Said(outcome, Optional.of(answer).filter(Patience::isLimit));
        } catch (Wire.NoAnswerException e) {
            var outcome = new Broken(e.kind(), String.valueOf(e.getMessage()));
            draft.unanswered(outcome);
            return new Said(outcome, Optional.empty());
        }
    }

    private void remember(Operation operation, Wire.Answer answer, Outcome outcome) {
        if (outcome instanceof Outcome.Granted granted) {
            Credential.NAMES.forEach(name -> granted.value(name).ifPresent(secrets::add));
        } else if (!Collections.disjoint(operation.granted().extract().keySet(), Credential.NAMES)) {
            AnswerReader.possibleSecrets(answer).forEach(secrets::add);
        }
    }
}
