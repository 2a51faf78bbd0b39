package dev.assay.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.assay.identity.forgery.ForgeryCatalogue;
import dev.assay.identity.provider.Provider;
import dev.assay.identity.provider.ProviderCatalogue;
import dev.assay.loopback.LoopbackServers;
import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.reference.ReferenceRegistry;
import dev.assay.reference.behaviour.Behaviour;
import dev.assay.registry.Ledger;
import dev.assay.registry.Templates;
import dev.assay.registry.Wire;
import dev.assay.requirement.Catalogue;
import dev.assay.result.ProfileRun;
import dev.assay.result.Shard;
import dev.assay.result.TargetDescription;
import dev.assay.steps.Experience;
import dev.assay.steps.Setting;
import dev.assay.steps.Stages;
import dev.assay.steps.World;
import dev.assay.steps.Worlds;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everything that a run needs, put together as the program does it. */
final class Laboratory implements AutoCloseable {
    static final Provider PROVIDER =
            ProviderCatalogue.shipped().find("github-actions").orElseThrow();
    private static final Progress UNSEEN = (scenario, done, total) -> {};

    static final Profile STRICT = new Profiles(Optional.empty()).load("pypi-strict");

    private static final TargetDescription TARGET =
            new TargetDescription("embedded", "http://127.0.0.1", Optional.of("strict"), Optional.empty(), "for tests");

    private final Vertx vertx = Vertx.vertx();
    private final Wire wire;
    private final Templates templates = new Templates();
    private final ForgeryCatalogue forgeries = ForgeryCatalogue.shipped();

    Laboratory() {
        this(Wire.open(Duration.ofSeconds(20), Optional.empty()));
    }

    /** A laboratory that speaks to its registries over a wire; it is closed here. */
    Laboratory(Wire wire) {
        this.wire = wire;
    }

    Vertx vertx() {
        return vertx;
    }

    /** A sound registry for each scenario. */
    Stages sound() {
        return embedded(UnaryOperator.identity());
    }

    /** A sound registry for each scenario, and something in front of it. */
    Stages sound(UnaryOperator<EmbeddedRegistries.Running> front) {
        return embedded(Behaviour.shipped("strict"), UnaryOperator.identity(), front);
    }

    /** A registry for each scenario that differs from the sound one by a merge patch in YAML. */
    Stages soundBut(String change) {
        return soundBut(change, UnaryOperator.identity());
    }

    /** The same, and something in front of it. */
    Stages soundBut(String change, UnaryOperator<EmbeddedRegistries.Running> front) {
        try {
            return embedded(
                    Behaviour.shipped("strict").with(new YAMLMapper().readTree(change)),
                    UnaryOperator.identity(),
                    front);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A registry for each scenario that believes nobody, because it waits for tokens of an issuer that is not there. */
    Stages refusingEverybody() {
        return embedded(issuers -> Map.of("github", "http://127.0.0.1:9"));
    }

    /** A registry for each scenario that takes whatever looks like an ID token, and lets it publish everything. */
    Stages acceptingEverybody() {
        var change = """
                {"checks": ["parse", "issuer", "policy"], "issuers": {"match": "ignored"},
                 "parsing": {"alphabet": "asPyJwt", "type": "any", "criticalHeaders": "accepted", "duplicateMembers": "lastWins"},
                 "providers": {"github": {"requiredClaims": [],
                   "claims": {"repository": {"match": "ignored", "missing": "accepted"},
                              "owner": {"match": "ignored", "missing": "accepted"}},
                   "workflow": {"match": "ignored", "locationMatch": "ignored", "ref": "ignored", "reusable": "accepted"},
                   "environment": {"match": "ignored"}, "trigger": {"refused": [], "missing": "accepted"},
                   "pins": {"ownerId": null, "repositoryId": null}}},
                 "policies": {"unmatched": "tokenForEveryPackage"}, "tokens": {"scope": "everyPackage"}}""";
        try {
            return embedded(
                    Behaviour.shipped("strict").with(new ObjectMapper().readTree(change)), UnaryOperator.identity());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stages embedded(UnaryOperator<Map<String, String>> issuers) {
        return embedded(Behaviour.shipped("strict"), issuers);
    }

    private Stages embedded(Behaviour behaviour, UnaryOperator<Map<String, String>> issuers) {
        return embedded(behaviour, issuers, UnaryOperator.identity());
    }

    private Stages embedded(
            Behaviour behaviour,
            UnaryOperator<Map<String, String>> issuers,
            UnaryOperator<EmbeddedRegistries.Running> front) {
        return new EmbeddedStages(new LoopbackServers(vertx), PROVIDER, "github", "strict", (name, surroundings) -> {
            var registry = ReferenceRegistry.start(
                    vertx,
                    behaviour,
                    new dev.assay.reference.Surroundings(
                            issuers.apply(surroundings.issuers()),
                            surroundings.forge(),
                            0,
                            Optional.empty(),
                            Optional.empty(),
                            Instant::now,
                            issuers.apply(surroundings.furtherIssuers())));
            return front.apply(new Running(registry));
        });
    }

    private record Running(ReferenceRegistry registry) implements EmbeddedRegistries.Running {
        @Override
        public URI baseUri() {
            return registry.baseUri();
        }

        @Override
        public void close() {
            registry.close();
        }
    }

    Setting setting(Profile profile, Stages stages, Setting.Mode mode, String runId, FeatureLibrary library) {
        return setting(profile, stages, mode, runId, TagSelection.of(null, library));
    }

    private Setting setting(Profile profile, Stages stages, Setting.Mode mode, String runId, TagSelection selection) {
        return new Setting(
                profile,
                PROVIDER,
                forgeries,
                stages,
                wire,
                templates,
                runId,
                mode,
                selection,
                Optional.empty(),
                Ledger.none(),
                new Experience());
    }

    /**
     * Runs the scenarios of a library against a registry.
     *
     * @param selected tag expression; what it leaves out is untested
     * @param kept tag expression; what it leaves out does not show at all
     */
    ProfileRun run(FeatureLibrary library, Stages stages, @Nullable String selected, Optional<String> kept) {
        return run(library, stages, selected, kept, Optional.empty(), Optional.empty(), UNSEEN);
    }

    /** The same by another profile. */
    ProfileRun run(Profile profile, FeatureLibrary library, Stages stages, String kept) {
        return run(profile, library, stages, null, Optional.of(kept), Optional.empty(), Optional.empty(), UNSEEN);
    }

    /** Runs every scenario of a library against a registry, and lets Allure watch. */
    ProfileRun run(FeatureLibrary library, Stages stages, Path allureResults) {
        return run(library, stages, null, Optional.empty(), Optional.empty(), Optional.of(allureResults), UNSEEN);
    }

    /** The same for one shard. */
    ProfileRun run(
            FeatureLibrary library,
            Stages stages,
            @Nullable String selected,
            Optional<String> kept,
            Optional<Shard> shard) {
        return run(library, stages, selected, kept, shard, Optional.empty(), UNSEEN);
    }

    /** The same, watched. */
    ProfileRun run(FeatureLibrary library, Stages stages, @Nullable String selected, Progress progress) {
        return run(library, stages, selected, Optional.empty(), Optional.empty(), Optional.empty(), progress);
    }

    private ProfileRun run(
            FeatureLibrary library,
            Stages stages,
            @Nullable String selected,
            Optional<String> kept,
            Optional<Shard> shard,
            Optional<Path> allureResults,
            Progress progress) {
        return run(STRICT, library, stages, selected, kept, shard, allureResults, progress);
    }

    private ProfileRun run(
            Profile profile,
            FeatureLibrary library,
            Stages stages,
            @Nullable String selected,
            Optional<String> kept,
            Optional<Shard> shard,
            Optional<Path> allureResults,
            Progress progress) {
        var selection = TagSelection.of(selected, library);
        var setting = setting(profile, stages, Setting.Mode.EXPERIMENT, "test", selection);
        return new SuiteRun(Catalogue.shipped(), library)
                .execute(
                        profile,
                        TARGET,
                        PROVIDER.id(),
                        new Worlds(() -> new World(setting)),
                        new SuiteRun.Options(
                                new Slots(4),
                                kept.map(TagExpressionParser::parse),
                                selection,
                                shard,
                                allureResults,
                                progress,
                                Optional.empty(),
                                SuiteRun.Shared.NOTHING));
    }

    @Override
    public void close() {
        wire.close();
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the servers do not stop", e);
        }
    }
}
