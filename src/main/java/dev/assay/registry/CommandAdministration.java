package dev.assay.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.profile.Provisioning.Program;
import dev.assay.registry.Outcome.Broken;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Outcome.Kind;
import dev.assay.registry.Outcome.Refused;
import dev.assay.registry.Transcript.Purpose;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The operations of a profile's provisioning that a program of the user's carries out. */
final class CommandAdministration {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final List<String> SECRET_VALUES = List.of("session", "token");

    private final Transcript transcript;
    private final Secrets secrets;
    private final Map<String, Object> constants;

    /**
     * Administration whose calls are written down.
     *
     * @param constants values that every operation may use
     */
    CommandAdministration(Transcript transcript, Secrets secrets, Map<String, Object> constants) {
        this.transcript = transcript;
        this.secrets = secrets;
        this.constants = constants;
    }

    /**
     * Has the program carry out an operation.
     *
     * @throws Provisioner.UnsupportedException if it answers that it cannot do such a thing
     */
    Outcome perform(Program program, String operation, Purpose purpose, Map<String, ?> values) {
        var input = input(operation, values);
        var draft = transcript.begin(
                new Purpose(purpose.from(), Purpose.COMMAND, purpose.what(), Optional.empty()),
                new Wire.Request(
                        "RUN", URI.create("command:" + operation), List.of(), input.getBytes(StandardCharsets.UTF_8)));
        try {
            var ended = new ProvisioningProgram(program).run(input, environment(operation));
            var outcome = judge(program, ended);
            var shown = ended.exitCode() == 0 ? ended.out() : ended.err();
            draft.answered(
                    new Wire.Answer(ended.exitCode(), "exit code", List.of(), shown),
                    outcome.orElseGet(() -> new Broken(Kind.UNAVAILABLE, "not supported")));
            return outcome.orElseThrow(() -> unsupported(operation, ended));
        } catch (ProvisioningProgram.NoEndException e) {
            var outcome = new Broken(e.kind(), String.valueOf(e.getMessage()));
            draft.unanswered(outcome);
            return outcome;
        }
    }

    private String input(String operation, Map<String, ?> values) {
        var object = new LinkedHashMap<String, Object>();
        object.put("operation", operation);
        object.put("runId", ((Map<?, ?>) constants.getOrDefault("run", Map.of())).get("id"));
        object.put("target", ((Map<?, ?>) constants.getOrDefault("target", Map.of())).get("url"));
        object.put("issuer", constants.get("issuer"));
        object.putAll(new TreeMap<>(values));
        if (values.get("publisher") instanceof Map<?, ?> publisher) {
            object.put("publisher", entered(publisher));
        }
        object.values().removeIf(value -> value == null || value.equals(""));
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("operation " + operation + " has a value that is no JSON", e);
        }
    }

    /** The policy, without what it leaves open, and with the issuer that it is about. */
    private Map<String, Object> entered(Map<?, ?> publisher) {
        var entered = new TreeMap<String, Object>();
        publisher.forEach((name, value) -> {
            if (!Boolean.FALSE.equals(value)) {
                entered.put(String.valueOf(name), value);
            }
        });
        Optional.ofNullable(constants.get("issuer")).ifPresent(issuer -> entered.putIfAbsent("issuer", issuer));
        return entered;
    }

    private static Map<String, String> environment(String operation) {
        return Map.of("ASSAY_OPERATION", operation);
    }

    /** What became of the operation; nothing where the program says that it cannot do such a thing. */
    private Optional<Outcome> judge(Program program, ProvisioningProgram.Ended ended) {
        var name = "the command " + program.run().get(0);
        if (ended.exitCode() != 0) {
            return Optional.of(new Broken(
                    Kind.UNEXPECTED,
                    name + " ended with exit code " + ended.exitCode() + ": " + ended.firstLineOfErr()));
        }
        var answer = object(ended.out());
        if (answer.isEmpty()) {
            return Optional.of(
                    new Broken(Kind.UNEXPECTED, name + " answered with something else than one JSON object"));
        }
        if (answer.get().has("unsupported")) {
            return Optional.empty();
        }
        var values = values(answer.get());
        SECRET_VALUES.stream()
                .flatMap(secret -> Optional.ofNullable(values.get(secret)).stream())
                .forEach(secrets::add);
        return Optional.of(
                answer.get().has("refused")
                        ? new Refused(
                                0, Map.of("message", answer.get().get("refused").asText()))
                        : new Granted(0, values));
    }

    private static Optional<JsonNode> object(String out) {
        try {
            return Optional.of(out.isBlank() ? JSON.createObjectNode() : JSON.readTree(out))
                    .filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Texts as they are, everything else as JSON. */
    private static Map<String, String> values(JsonNode answer) {
        var values = new TreeMap<String, String>();
        answer.fields().forEachRemaining(member -> {
            var value = member.getValue();
            if (!value.isNull()) {
                values.put(member.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        });
        return values;
    }

    private static Provisioner.UnsupportedException unsupported(String operation, ProvisioningProgram.Ended ended) {
        var reason = object(ended.out())
                .map(answer -> answer.path("unsupported").asText())
                .filter(text -> !text.isBlank())
                .orElse("it gives no reason");
        return new Provisioner.UnsupportedException(
                "the provisioning command does not support '" + operation + "': " + reason);
    }
}
