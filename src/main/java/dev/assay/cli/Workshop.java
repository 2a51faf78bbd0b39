package dev.assay.cli;

import dev.assay.identity.forgery.ForgeryCatalogue;
import dev.assay.identity.key.SigningKeys;
import dev.assay.identity.provider.Provider;
import dev.assay.loopback.LoopbackServers;
import dev.assay.profile.Profile;
import dev.assay.reference.RegistryPark;
import dev.assay.registry.Ledger;
import dev.assay.registry.Templates;
import dev.assay.registry.Wire;
import dev.assay.result.Model;
import dev.assay.result.Model.EvidenceNote;
import dev.assay.result.TargetDescription;
import dev.assay.run.EmbeddedRegistries;
import dev.assay.run.EmbeddedStages;
import dev.assay.run.FeatureLibrary;
import dev.assay.run.Plan;
import dev.assay.run.PlanRun;
import dev.assay.run.SuiteRun.Shared;
import dev.assay.steps.ClockHook;
import dev.assay.steps.Experience;
import dev.assay.steps.HappyPath;
import dev.assay.steps.Selection;
import dev.assay.steps.Setting;
import dev.assay.steps.Stages;
import dev.assay.steps.Waiting;
import dev.assay.steps.World;
import dev.assay.steps.Worlds;
import io.quarkus.arc.Arc;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The tools that several commands need, put together: servers' event loop, HTTP client, templates, forgeries. */
final class Workshop implements AutoCloseable {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final LoopbackServers servers;
    private final RegistryPark park;
    private final Wire loopback;
    private final Templates templates = new Templates();
    private final ForgeryCatalogue forgeries = ForgeryCatalogue.shipped();

    private Workshop(Vertx vertx) {
        this.vertx = vertx;
        this.servers = new LoopbackServers(vertx);
        this.park = new RegistryPark(vertx);
        this.loopback = Wire.open(ANSWER_TIMEOUT, Optional.empty());
    }

    static Workshop open() {
        SigningKeys.shared().warm();
        var container = Arc.container();
        return new Workshop(
                container == null
                        ? Vertx.vertx()
                        : container.instance(Vertx.class).get());
    }

    Vertx vertx() {
        return vertx;
    }

    /** Where embedded registries run. */
    RegistryPark park() {
        return park;
    }

    /**
     * What one run of the suite needs.
     *
     * @param shared what scenarios share
     */
    record Suite(TargetDescription description, Worlds worlds, Supplier<Shared> shared, AutoCloseable servers)
            implements AutoCloseable {
        @Override
        public void close() {
            try {
                servers.close();
            } catch (Exception e) {
                throw new IllegalStateException("the servers do not stop", e);
            }
        }
    }

    /**
     * What one run of the suite needs.
     *
     * @param ledger where it is written down what the run brings into being at a live target
     * @param waiting lets real time pass, if the user agreed to that
     */
    Suite suite(
            Profile profile,
            Provider provider,
            TargetOptions target,
            Selection selection,
            Ledger ledger,
            Optional<Waiting> waiting) {
        return suite(profile, provider, target, selection, new ReferenceRegistries(park), ledger, waiting);
    }

    Suite suite(
            Profile profile,
            Provider provider,
            TargetOptions target,
            Selection selection,
            EmbeddedRegistries registries) {
        return suite(profile, provider, target, selection, registries, Ledger.none(), Optional.empty());
    }

    private Suite suite(
            Profile profile,
            Provider provider,
            TargetOptions target,
            Selection selection,
            EmbeddedRegistries registries,
            Ledger ledger,
            Optional<Waiting> waiting) {
        if (target.target().isPresent()) {
            return liveSuite(
                    profile, provider, target, selection, target.target().get(), ledger, waiting);
        }
        var behaviour = profile.embedded().orElseThrow().behaviour();
        var stages = new EmbeddedStages(
                servers, provider, profile.rulesFor(provider.id()).name(), behaviour, registries);
        return new Suite(
                new TargetDescription(
                        "embedded",
                        "http://127.0.0.1",
                        Optional.of(behaviour),
                        Optional.of(model(profile, registries.evidence(behaviour))),
                        evidence(profile)),
                worlds(profile, provider, target, selection, stages, loopback, Ledger.none(), waiting),
                () -> Shared.NOTHING,
                stages);
    }

    private Suite liveSuite(
            Profile profile,
            Provider provider,
            TargetOptions target,
            Selection selection,
            URI registry,
            Ledger ledger,
            Optional<Waiting> waiting) {
        var live = LiveTarget.open(servers, provider, target, registry);
        var wire = target.wire();
        var description = new TargetDescription(
                "live", registry.toString(), Optional.empty(), Optional.empty(), live.description());
        var worlds = worlds(profile, provider, target, selection, live.stages(), wire, ledger, waiting);
        Supplier<Shared> shared =
                () -> target.hardWired() || ClockHook.isThere(worlds) ? Shared.ISSUER_OR_CLOCK : Shared.REGISTRY;
        return new Suite(description, worlds, shared, () -> {
            wire.close();
            live.close();
        });
    }

    private static Model model(Profile profile, List<EvidenceNote> notes) {
        var evidence = profile.evidence();
        return new Model(evidence.basis(), evidence.source(), evidence.date(), notes);
    }

    private static String evidence(Profile profile) {
        var evidence = profile.evidence();
        return switch (evidence.basis()) {
            case "source" -> "modelled on source read on " + evidence.date() + ": " + evidence.source();
            case "documentation" -> "modelled on documentation of " + evidence.date() + ": " + evidence.source();
            default -> "modelled on " + evidence.source() + ", " + evidence.date();
        };
    }

    private Worlds worlds(
            Profile profile,
            Provider provider,
            TargetOptions target,
            Selection selection,
            Stages stages,
            Wire wire,
            Ledger ledger,
            Optional<Waiting> waiting) {
        var setting = new Setting(
                profile,
                provider,
                forgeries,
                stages,
                wire,
                templates,
                target.runId(),
                Setting.Mode.EXPERIMENT,
                selection,
                waiting,
                ledger,
                new Experience());
        return new Worlds(() -> new World(setting));
    }

    /** What a run needs on a live target. */
    Plan plan(Profile profile, Provider provider, TargetOptions target, FeatureLibrary library, Selection selection) {
        var nowhere = target.target().orElse(URI.create("http://127.0.0.1:9"));
        var live = LiveTarget.planned(servers, provider, target, nowhere);
        try (live;
                var wire = Wire.open(ANSWER_TIMEOUT, Optional.empty())) {
            var setting = new Setting(
                    profile,
                    provider,
                    forgeries,
                    live.stages(),
                    wire,
                    templates,
                    target.runId(),
                    Setting.Mode.PLAN,
                    selection,
                    Optional.empty(),
                    Ledger.none(),
                    new Experience());
            return withProbe(new PlanRun(library).plan(setting), setting);
        }
    }

    /** So that the same plan is good for a probe. */
    private static Plan withProbe(Plan plan, Setting setting) {
        try (var path = new HappyPath(new World(setting), "1.0.0")) {
            return path.isProvisionedHere()
                    ? plan
                    : plan.with(Plan.ofProbe(path.packageName(), path.issuer(), path.policy()));
        }
    }

    @Override
    public void close() {
        loopback.close();
        park.close();
        servers.close();
    }
}
