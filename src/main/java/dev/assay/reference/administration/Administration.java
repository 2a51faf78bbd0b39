package dev.assay.reference.administration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.behaviour.TokenRules.Actions;
import dev.assay.reference.core.Actor;
import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.dialect.Dialect;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoints;
import dev.assay.reference.wire.Request;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.Optional;

/**
 * Assay's own interface for what real registries do on web pages: JSON below {@code /_assay}, with a session or a
 * registry token as {@code Authorization: Bearer}.
 */
public final class Administration {

    private final RegistryCore core;
    private final Dialect dialect;
    private final Actions actions;
    private final PackageAdministration packages;
    private final PolicyAdministration policies;
    private final ClockAdministration clock;

    /** An administration of that registry. */
    public Administration(Rules rules, RegistryCore core, Dialect dialect, RegistryClock clock) {
        this.core = core;
        this.dialect = dialect;
        this.actions = rules.tokens().actions();
        this.packages = new PackageAdministration(rules, core);
        this.policies = new PolicyAdministration(core);
        this.clock = new ClockAdministration(clock);
    }

    /** Adds its routes. */
    public void mount(Router router, Endpoints endpoints) {
        connect(endpoints, router.post("/_assay/accounts"), packages::openAccount);
        connect(endpoints, router.delete("/_assay/accounts/:name"), packages::closeAccount);
        connect(endpoints, router.post("/_assay/packages"), packages::register);
        connect(endpoints, router.delete("/_assay/packages/:name"), packages::remove);
        connect(endpoints, router.get("/_assay/packages/:name"), packages::show);
        connect(endpoints, router.delete("/_assay/packages/:name/versions/:version"), packages::withdraw);
        connect(endpoints, router.post("/_assay/packages/:name/owners"), packages::addOwner);
        connect(endpoints, router.put("/_assay/packages/:name/settings"), packages::change);
        connect(endpoints, router.post("/_assay/api-tokens"), packages::issueToken);
        connect(endpoints, router.get("/_assay/events"), packages::events);
        connect(endpoints, router.post("/_assay/packages/:name/publishers"), policies::add);
        connect(endpoints, router.delete("/_assay/packages/:name/publishers/:id"), policies::remove);
        connect(endpoints, router.post("/_assay/pending-publishers"), policies::addPending);
        connect(endpoints, router.get("/_assay/pending-publishers"), policies::listPending);
        connect(endpoints, router.get("/_assay/clock"), clock::show);
        connect(endpoints, router.post("/_assay/clock"), clock::advance);
    }

    private void connect(Endpoints endpoints, Route route, Action action) {
        endpoints.connect(route, request -> {
            try {
                return action.perform(actor(request), JsonBody.read(request), request);
            } catch (ConfigurationRefused refused) {
                return Problems.of(refused);
            } catch (UnreadableBody unreadable) {
                return Problems.of(400, "unreadable", String.valueOf(unreadable.getMessage()));
            }
        });
    }

    private Actor actor(Request request) {
        var credential = request.credentials("Bearer").orElse("");
        var account = core.state().accounts().withSession(credential).or(() -> dialect.account(core, credential));
        return new Actor(account, account.isPresent() ? Optional.empty() : token(credential, request));
    }

    private Optional<RegistryToken> token(String credential, Request request) {
        var isSentAsWithUploads = actions == Actions.MANAGE_SENT_AS_WITH_UPLOADS;
        if (credential.isEmpty() != isSentAsWithUploads) {
            return Optional.empty();
        }
        return dialect.token(core, isSentAsWithUploads ? dialect.presentedToUpload(request) : credential);
    }

    /** One thing that can be asked for. */
    @FunctionalInterface
    interface Action {

        /** Does it, or refuses to. */
        Answer perform(Actor actor, JsonNode body, Request request) throws ConfigurationRefused, UnreadableBody;
    }
}
