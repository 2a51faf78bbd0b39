package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.artifact.ArtifactKind;
import dev.assay.profile.Operation;
import dev.assay.profile.Profile;
import dev.assay.profile.Promise;
import dev.assay.profile.ProviderRules;
import dev.assay.registry.Outcome;
import dev.assay.registry.Provisioner;
import dev.assay.registry.Registry;
import dev.assay.registry.Secrets;
import dev.assay.registry.Transcript;
import dev.assay.registry.Transcript.Purpose;
import dev.assay.result.Message;
import dev.assay.result.ProbeResult.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One scenario's world: the registry and everybody around it, the cast, and the experiment so far. Nothing of it
 * outlives the scenario or is seen by another.
 */
public final class World implements AutoCloseable {
    private final Setting setting;
    private final Secrets secrets = new Secrets();
    private final Transcript transcript = new Transcript(secrets);
    private final List<Trial> trials = new ArrayList<>();
    private Consumer<UUID> onBegin = id -> {};
    private String scenario = "";
    private boolean alone;
    private @Nullable Scene scene;
    private @Nullable Outcome acceptedBefore;
    private @Nullable Cast cast;

    /** An empty world in a setting. */
    public World(Setting setting) {
        this.setting = setting;
    }

    void onBegin(Consumer<UUID> listener) {
        onBegin = listener;
    }

    /** The scenario begins, and others may run at the same time. */
    void begin(UUID testCase, String scenarioId) {
        begin(testCase, scenarioId, false);
    }

    /** The scenario begins. */
    void begin(UUID testCase, String scenarioId, boolean runsAlone) {
        scenario = scenarioId;
        alone = runsAlone;
        onBegin.accept(testCase);
    }

    Profile profile() {
        return setting.profile();
    }

    ProviderRules rules() {
        return setting.rules();
    }

    Setting setting() {
        return setting;
    }

    /** The registry and everybody around it; they come into being when first asked for. */
    Scene scene() {
        if (scene == null) {
            scene = Scene.open(setting, scenario, alone, transcript, secrets);
        }
        return scene;
    }

    /** Who and what the scenario is about. */
    Cast cast() {
        if (cast == null) {
            cast = new Cast(this, setting.namePrefix(scenario));
        }
        return cast;
    }

    /** The scenario's stable id. */
    public String scenario() {
        return scenario;
    }

    /** What brought about what the scenario needed, if it needed anything. */
    public Optional<Provisioner> provisionerIfUsed() {
        return Optional.ofNullable(scene).map(Scene::provisioner);
    }

    /** The issuer of the identity provider whose tokens the registry accepts. */
    public String issuer() {
        return scene().stage().identityProvider().issuer();
    }

    Registry registry() {
        return scene().registry();
    }

    Provisioner provisioner() {
        return scene().provisioner();
    }

    Secrets secrets() {
        return secrets;
    }

    /** Ends the scenario unless the registry offers a feature. */
    void requires(Promise promise) {
        if (!profile().promises(promise)) {
            throw new Inapplicable(profile().title() + " does not offer " + promise.title());
        }
    }

    /** Ends the scenario unless policies and the like can be changed while it runs. */
    void requiresLiveProvisioning(String why) {
        if (!provisioner().isLive()) {
            throw new Untested("needs " + why + " in the course of the scenario, and this target's policies are entered"
                    + " by hand; describe the operation under provision in the profile");
        }
    }

    /**
     * Carries out an operation of the profile's provisioning.
     *
     * @param values what it sees
     * @throws Untested if the profile does not say how, or if this is only a plan
     */
    Outcome administer(String operation, Purpose purpose, Map<String, ?> values) {
        requiresOperation(operation, purpose.what());
        provisioningEnds();
        return registry().administer(operation, purpose, values).orElseThrow();
    }

    /** Ends the scenario unless the profile says how to carry out an operation. */
    void requiresOperation(String name, String purpose) {
        if (!profile().provision().offers(name)) {
            throw new Untested(
                    "needs the operation '" + name + "' (" + purpose + "), and the profile's provisioning has none");
        }
    }

    /** Ends the scenario unless the registry's own rules decide who may carry out an operation, and how. */
    void requiresDecision(String name, String purpose) {
        requiresOperation(name, purpose);
        if (!profile().provision().isDecidedByRegistry(name)) {
            throw new Untested("needs the registry's own answer to who may " + purpose
                    + ", and the provisioning command goes past its rules; if it does not, list '" + name
                    + "' under provision.command.asksRegistry");
        }
    }

    /** A package file nobody has published yet. */
    Artifact artifact(String packageName, String version, String note) {
        return ArtifactKind.of(profile().publish().artifact()).build(packageName, version, note);
    }

    /** Has to be called before the first attempt: when planning, the scenario ends here. */
    void provisioningEnds() {
        if (setting.mode() == Setting.Mode.PLAN) {
            throw new Untested("this was only a plan");
        }
    }

    /** Writes down an attempt. */
    Trial tried(Trial trial) {
        trials.add(trial);
        return trial;
    }

    /** Writes down an attempt whose twin was accepted earlier, or is made when asked for. */
    Trial tried(String what, Outcome outcome, Supplier<Outcome> twin) {
        var trial = new Trial(what, outcome, twin);
        if (acceptedBefore != null) {
            trial.hadAcceptedTwin(acceptedBefore);
        }
        return tried(trial);
    }

    /** The same attempt was accepted while nothing stood against it: the twin of what comes. */
    void acceptedBefore(Outcome outcome) {
        if (!outcome.isGranted()) {
            throw new CannotTell("the twin that should be accepted first was " + outcome.describe());
        }
        acceptedBefore = outcome;
    }

    /** The latest attempt. */
    Trial lastTrial() {
        if (trials.isEmpty()) {
            throw new IllegalStateException("the scenario asks what came of an attempt before it makes one");
        }
        return trials.get(trials.size() - 1);
    }

    List<Trial> trials() {
        return List.copyOf(trials);
    }

    /** The first refusal that the scenario builds on without an accepted twin. */
    public Optional<String> firstUnsupportedRefusal() {
        return trials.stream().filter(Trial::isUnsupported).map(Trial::what).findFirst();
    }

    private boolean lastWasAccepted() {
        return !trials.isEmpty() && lastTrial().outcome().isGranted();
    }

    /** Why a failure in this world says nothing about the registry; empty as a rule. */
    public Optional<String> doubt() {
        return Optional.ofNullable(scene).flatMap(opened -> opened.stage().doubt(lastWasAccepted()));
    }

    /** What was said in this world, without secrets. */
    public List<Message> conversation() {
        return transcript.messages(Optional.ofNullable(scene).stream()
                .flatMap(opened -> opened.stage().overheard().stream())
                .map(heard -> heard.message(secrets))
                .toList());
    }

    /** The conversation with the reasons for every judgement, by the members of the profile. */
    List<Said> explained(Function<Operation, Optional<String>> members) {
        return transcript.explained(members);
    }

    /** A text without this world's secrets. */
    public String redact(String text) {
        return secrets.redact(text);
    }

    @Override
    public void close() {
        if (scene != null) {
            scene.close();
        }
    }
}
