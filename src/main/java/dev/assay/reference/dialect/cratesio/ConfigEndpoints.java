package dev.assay.reference.dialect.cratesio;

import static java.util.Objects.requireNonNull;

import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.PolicyRules.ConfiguredBy;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.Actor;
import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.core.PolicyEntry;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Creates and deletes policies of one kind (src/controllers/trustpub/{github,gitlab}_configs). Fields are looked at
 * before the caller is.
 */
record ConfigEndpoints(ConfigKind kind, Rules rules, RegistryCore core, Callers callers, ConfigTable table) {

    static final String SCOPE = "trusted-publishing";
    static final String NOT_AN_OWNER = "You are not an owner of this crate";
    private static final int MAXIMUM_PER_CRATE = 5;

    Answer create(Request request) throws Rejected {
        var wanted = JsonBody.read(request).object(kind.member());
        var name = wanted.text("crate");
        var entry = entry(wanted);
        var caller = caller(request);
        caller.admit(SCOPE, name);
        var crate = crate(name);
        if (table.of(kind, crate).size() >= MAXIMUM_PER_CRATE) {
            throw new Rejected(
                    409,
                    "This crate already has the maximum number of %s Trusted Publishing configurations (%d)"
                            .formatted(kind.title(), MAXIMUM_PER_CRATE));
        }
        try {
            var publisher = core.policyDesk().add(caller.actor(), crate.name(), entry);
            return Replies.ok(
                    Map.of(kind.member(), table.row(kind, publisher, crate).shown()));
        } catch (ConfigurationRefused refused) {
            throw rejection(refused);
        }
    }

    Answer delete(Request request) throws Rejected {
        var row = row(request.pathParameter("id"));
        var caller = caller(request);
        caller.admit(SCOPE, row.crate().name());
        try {
            core.policyDesk().remove(caller.actor(), row.crate().name(), row.publisher());
            return Answer.empty(204);
        } catch (ConfigurationRefused refused) {
            throw rejection(refused);
        }
    }

    private PolicyEntry entry(JsonBody wanted) throws Rejected {
        var isChecked = rules.policies().fieldSyntax() != Leniency.ACCEPTED;
        var fields = new LinkedHashMap<String, String>();
        for (var member : kind.members()) {
            fields.put(kind.field(member), wanted.text(member));
        }
        var environment = wanted.optionalText("environment");
        environment.ifPresent(text -> fields.put("environment", text));
        if (isChecked) {
            var rulesOfFields =
                    requireNonNull(rules.providers().get(kind.provider())).fields();
            for (var member : kind.members()) {
                var field = kind.field(member);
                FieldTexts.check(member, fields.getOrDefault(field, ""), requireNonNull(rulesOfFields.get(field)));
            }
            if (environment.isPresent()) {
                FieldTexts.checkEnvironment(kind, environment.get());
            }
        }
        return new PolicyEntry(kind.provider(), fields);
    }

    private Caller caller(Request request) throws Rejected {
        try {
            return callers.identify(request);
        } catch (Rejected unknown) {
            if (rules.policies().configuredBy() == ConfiguredBy.ANYBODY) {
                return Caller.of(new Actor(Optional.empty(), Optional.empty()));
            }
            throw unknown;
        }
    }

    private ConfigTable.Row row(String id) throws Rejected {
        try {
            return table.find(kind, Integer.parseInt(id)).orElseThrow(Rejected::notFound);
        } catch (NumberFormatException notANumber) {
            throw Rejected.notFound();
        }
    }

    private PackageEntry crate(String name) throws Rejected {
        return core.state()
                .atomically(() -> core.state().packages().find(name))
                .orElseThrow(() -> Rejected.noCrate(name));
    }

    private static Rejected rejection(ConfigurationRefused refused) {
        var message = String.valueOf(refused.getMessage());
        return switch (refused.kind()) {
            case FORBIDDEN -> new Rejected(400, NOT_AN_OWNER);
            case NOT_FOUND -> Rejected.notFound();
            case CONFLICT -> new Rejected(409, message);
            case NOT_OFFERED -> new Rejected(400, message);
            case INVALID -> invalid(refused.code(), message);
        };
    }

    private static Rejected invalid(String code, String message) {
        if (message.startsWith("the forge cannot be asked")) {
            return new Rejected(500, "Internal Server Error");
        }
        return new Rejected(400, code.equals("invalid-owner") ? "Unknown GitHub user or organization" : message);
    }
}
