package dev.assay.reference.dialect.pubdev;

import dev.assay.reference.behaviour.PinRule.Source;
import dev.assay.reference.behaviour.PolicyRules.ConfiguredBy;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.Actor;
import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@code PUT /api/packages/<package>/automated-publishing} (dart-lang/pub-dev app/lib/package/backend.dart). */
final class AutomatedPublishing {

    private final Rules rules;
    private final RegistryCore core;
    private final Sessions sessions;
    private final Map<String, PublishingConfig> configs = new ConcurrentHashMap<>();

    AutomatedPublishing(Rules rules, RegistryCore core, Sessions sessions) {
        this.rules = rules;
        this.core = core;
        this.sessions = sessions;
    }

    Answer put(Request request) throws ApiProblem {
        var actor = actor(request);
        var name = request.pathParameter("name");
        try {
            core.policyDesk().requireRights(actor, name);
            var entered = PublishingConfig.read(request.body().toString(), this::mayNameRepository);
            var config = known(name).with(entered);
            configure(actor, name, entered, config);
            configs.put(name, config);
            return ApiAnswers.json(200, config.members());
        } catch (ConfigurationRefused refused) {
            throw problem(refused, name);
        }
    }

    /** Switches publishing from GitHub off until an administrator of the package switches it on again. */
    void disable(String name, Publisher policy) {
        core.state().atomically(() -> core.state().policies().unlink(policy.id(), name));
        known(name).github().ifPresent(section -> configs.put(name, known(name).withGitHub(section.disabled())));
    }

    private boolean mayNameRepository(String text) {
        return Optional.ofNullable(rules.providers().get("github"))
                .map(provider -> provider.fields().get("repository"))
                .filter(field -> field.accepts(text))
                .isPresent();
    }

    private Actor actor(Request request) throws ApiProblem {
        try {
            return sessions.actor(request);
        } catch (ApiProblem unknown) {
            if (rules.policies().configuredBy() == ConfiguredBy.ANYBODY) {
                return new Actor(Optional.empty(), Optional.empty());
            }
            throw unknown;
        }
    }

    private PublishingConfig known(String name) {
        return configs.getOrDefault(name, PublishingConfig.empty());
    }

    private void configure(Actor actor, String name, PublishingConfig entered, PublishingConfig config)
            throws ConfigurationRefused {
        if (entered.manual().isPresent()) {
            core.packageDesk()
                    .refuseLongLivedTokens(actor, name, !entered.manual().get());
        }
        var old = policy(name);
        var keepsIds = entered.github().isPresent()
                && known(name).github().filter(entered.github().get()::isAbout).isPresent();
        if (entered.github().isPresent() || !learned(old).isEmpty()) {
            replace(actor, name, config, old, keepsIds);
        }
    }

    private void replace(Actor actor, String name, PublishingConfig config, Optional<Publisher> old, boolean keepsIds)
            throws ConfigurationRefused {
        if (config.github().filter(GitHubSection::isEnabled).isPresent()) {
            var added = core.policyDesk().add(actor, name, config.github().get().policy());
            if (keepsIds) {
                core.state().atomically(() -> {
                    core.state().policies().lockIds(added.id(), learned(old));
                    return added;
                });
            }
        }
        if (old.isPresent()) {
            core.policyDesk().remove(actor, name, old.get().id());
        }
    }

    private Optional<Publisher> policy(String name) {
        return core.state()
                .atomically(() -> core.state().policies().listed(name).stream().findFirst());
    }

    /** Ids that the policy was not given when it was made. */
    private Map<String, String> learned(Optional<Publisher> policy) {
        var ids = new HashMap<String, String>();
        policy.ifPresent(known -> known.ids().forEach((pin, id) -> {
            var rule = Optional.ofNullable(rules.providers().get(known.provider()))
                    .map(provider -> provider.pins().get(pin));
            if (rule.filter(of -> of.source() != Source.RESOLVED_AT_ENTRY).isPresent()) {
                ids.put(pin, id);
            }
        }));
        return ids;
    }

    private static ApiProblem problem(ConfigurationRefused refused, String name) {
        return switch (refused.kind()) {
            case FORBIDDEN ->
                ApiProblem.insufficientPermissions(
                        "Insufficient permissions to perform administrative actions on package `%s`.".formatted(name));
            case NOT_FOUND -> ApiProblem.notFound("Could not find `package \"%s\"`.".formatted(name));
            default -> ApiProblem.invalidInput(String.valueOf(refused.getMessage()));
        };
    }
}
