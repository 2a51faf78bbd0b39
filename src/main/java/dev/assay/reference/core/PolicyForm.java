package dev.assay.reference.core;

import dev.assay.reference.behaviour.FieldRule;
import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.PinRule;
import dev.assay.reference.behaviour.PinRule.Of;
import dev.assay.reference.behaviour.PinRule.Source;
import dev.assay.reference.behaviour.PolicyRules;
import dev.assay.reference.behaviour.PolicyRules.Names;
import dev.assay.reference.behaviour.PolicyRules.SilentForge;
import dev.assay.reference.behaviour.PolicyRules.Stars;
import dev.assay.reference.behaviour.ProviderRules;
import dev.assay.reference.core.ConfigurationRefused.Kind;
import dev.assay.reference.core.forge.Forge;
import dev.assay.reference.core.forge.Forge.Named;
import dev.assay.reference.core.forge.ForgeUnavailable;
import dev.assay.reference.core.registry.Publisher;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Turns what is entered into a policy: refuses nonsense and resolves names to immutable ids. */
final class PolicyForm {

    private final PolicyRules rules;
    private final Map<String, ProviderRules> providers;
    private final SupportedIssuers issuers;
    private final Forge forge;

    PolicyForm(PolicyRules rules, Map<String, ProviderRules> providers, SupportedIssuers issuers, Forge forge) {
        this.rules = rules;
        this.providers = providers;
        this.issuers = issuers;
        this.forge = forge;
    }

    /** The policy, with an id of its own. */
    Publisher read(PolicyEntry entry) throws ConfigurationRefused {
        var provider = providers.get(entry.provider());
        var issuer = issuers.find(entry.provider(), entry.issuer());
        if (provider == null || issuer.isEmpty()) {
            throw invalid("provider", "unknown identity provider " + entry.provider());
        }
        var fields = fields(provider, entry.fields());
        var ids = ids(provider, fields);
        return new Publisher(UUID.randomUUID(), entry.provider(), issuer.get(), fields, ids);
    }

    private Map<String, String> ids(ProviderRules provider, Map<String, String> fields) throws ConfigurationRefused {
        try {
            return resolve(provider, fields);
        } catch (ForgeUnavailable silent) {
            if (rules.silentForge() == SilentForge.POLICY_WITHOUT_IDS) {
                return Map.of();
            }
            throw invalid("owner", "the forge cannot be asked: " + silent.getMessage());
        }
    }

    private Map<String, String> fields(ProviderRules provider, Map<String, String> entered)
            throws ConfigurationRefused {
        for (var name : entered.keySet()) {
            if (!provider.fields().containsKey(name)) {
                throw invalid(name, "unknown field");
            }
        }
        var fields = new HashMap<String, String>();
        for (var field : provider.fields().entrySet()) {
            var value = value(field.getKey(), field.getValue(), entered.getOrDefault(field.getKey(), ""));
            value.ifPresent(text -> fields.put(field.getKey(), text));
        }
        return fields;
    }

    private Optional<String> value(String name, FieldRule rule, String entered) throws ConfigurationRefused {
        var value = entered.strip();
        if (value.isEmpty()) {
            if (rule.required()) {
                throw invalid(name, "a value is required");
            }
            return Optional.empty();
        }
        if (rules.fieldSyntax() != Leniency.ACCEPTED && !rule.accepts(value)) {
            throw invalid(name, "'%s' can never match".formatted(value));
        }
        return Optional.of(rule.kept().of(value));
    }

    private Map<String, String> resolve(ProviderRules provider, Map<String, String> fields)
            throws ConfigurationRefused {
        if (rules.stars() == Stars.NOT_LOOKED_UP && namesStar(fields)) {
            return Map.of();
        }
        var ids = new HashMap<String, String>();
        if (isAsked(provider, Of.OWNER, rules.unknownOwner())) {
            var owner = forge.owner(fields.getOrDefault("owner", ""));
            refuseUnknown(owner, rules.unknownOwner(), "owner");
            owner.ifPresent(known -> keep(provider, Of.OWNER, known, fields, ids));
        }
        if (isAsked(provider, Of.REPOSITORY, rules.unknownRepository())) {
            var repository = forge.repository(fields.getOrDefault("owner", ""), fields.getOrDefault("repository", ""));
            refuseUnknown(repository, rules.unknownRepository(), "repository");
            repository.ifPresent(known -> keep(provider, Of.REPOSITORY, known, fields, ids));
        }
        dropPartialIds(provider, ids);
        return ids;
    }

    private static boolean namesStar(Map<String, String> fields) {
        return Stream.of("owner", "repository").anyMatch(name -> "*".equals(fields.get(name)));
    }

    /** Ids that an ID token may teach later are known together or not at all. */
    private static void dropPartialIds(ProviderRules provider, Map<String, String> ids) {
        var learnable = provider.pins().entrySet().stream()
                .filter(pin -> pin.getValue().source() == Source.RESOLVED_AT_ENTRY_OR_LOCKED_BY_ANY_ATTEMPT)
                .map(Map.Entry::getKey)
                .toList();
        if (!ids.keySet().containsAll(learnable)) {
            learnable.forEach(ids::remove);
        }
    }

    private static boolean isAsked(ProviderRules provider, Of of, Leniency unknown) {
        return provider.fields().containsKey("owner")
                && (unknown == Leniency.REFUSED
                        || provider.pins().values().stream().anyMatch(pin -> isResolved(pin, of)));
    }

    private void keep(ProviderRules provider, Of of, Named known, Map<String, String> fields, Map<String, String> ids) {
        var spelledByForge = rules.names() == Names.AS_THE_FORGE_SPELLS_BOTH
                || (rules.names() == Names.AS_THE_FORGE_SPELLS_OWNERS && of == Of.OWNER);
        if (spelledByForge && !known.name().isEmpty()) {
            fields.put(of == Of.OWNER ? "owner" : "repository", known.name());
        }
        provider.pins().forEach((name, pin) -> {
            if (isResolved(pin, of)) {
                ids.put(name, known.id());
            }
        });
    }

    private static boolean isResolved(PinRule pin, Of of) {
        return pin.of() == of && pin.source().isResolvedAtEntry();
    }

    private static void refuseUnknown(Optional<Named> found, Leniency unknown, String field)
            throws ConfigurationRefused {
        if (found.isEmpty() && unknown != Leniency.ACCEPTED) {
            throw invalid(field, "Unknown GitHub user or organization.");
        }
    }

    private static ConfigurationRefused invalid(String field, String message) {
        return new ConfigurationRefused(Kind.INVALID, "invalid-" + field, message);
    }
}
