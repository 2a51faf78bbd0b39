package dev.assay.reference.administration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.reference.core.Actor;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.time.Duration;
import java.util.Map;

/** Shows and moves the registry's clock, so that nobody has to wait. */
record ClockAdministration(RegistryClock clock) {

    Answer show(Actor actor, JsonNode body, Request request) {
        return Answer.json(200, Map.of("now", clock.get().toString()));
    }

    Answer advance(Actor actor, JsonNode body, Request request) throws UnreadableBody {
        if (!body.path("advanceSeconds").isIntegralNumber()) {
            throw new UnreadableBody("the body lacks the whole number 'advanceSeconds'");
        }
        var now = clock.advance(Duration.ofSeconds(body.path("advanceSeconds").longValue()));
        return Answer.json(200, Map.of("now", now.toString()));
    }
}
