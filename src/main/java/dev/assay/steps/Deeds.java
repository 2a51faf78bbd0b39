package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.identity.forgery.Forgery;
import dev.assay.identity.forgery.InapplicableForgery;
import dev.assay.identity.token.IdToken;
import dev.assay.identity.token.TokenMint;
import dev.assay.identity.token.TokenRequest;
import dev.assay.identity.workload.Workload;
import dev.assay.profile.Profile.Step;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Broken;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Registry.UnanswerableException;
import dev.assay.registry.Transcript.Purpose;
import dev.assay.result.Message.DecodedToken;
import java.util.Optional;

/** What a CI job does at the registry, and what somebody does who pretends to be one. */
final class Deeds {
    private static final int SHOWN = 8192;

    /** The status of an answer that promises to do what was asked (RFC 9110 §15.3.3). */
    private static final int PROMISED = 202;

    static final String JOB = "CI job";
    static final String ATTACKER = "attacker";

    private final World world;
    private final boolean atOnce;

    Deeds(World world) {
        this(world, false);
    }

    private Deeds(World world, boolean atOnce) {
        this.world = world;
        this.atOnce = atOnce;
    }

    /**
     * The same deeds, now or never: a registry that is asked too often is not asked again later, because then the attempt
     * would mean something else.
     */
    Deeds atOnce() {
        return new Deeds(world, true);
    }

    /** Ends the scenario where the registry hands out no tokens of its own. */
    void requiresRegistryTokens() {
        if (!world.registry().exchanges()) {
            throw new Inapplicable(world.profile().title() + " exchanges no ID tokens: there are no registry tokens");
        }
    }

    /** The audience that ID tokens for the registry are made for. */
    String audience() {
        try {
            return world.registry().audience();
        } catch (UnanswerableException e) {
            throw new CannotTell(String.valueOf(e.getMessage()));
        }
    }

    /** A sound ID token of a workload. */
    IdToken soundToken(Workload workload) {
        return token(TokenRequest.of(workload, audience()));
    }

    /** An ID token of the trusted workload with one defect. */
    IdToken forgedToken(Forgery forgery) {
        return token(TokenRequest.of(world.cast().workload(), audience()).withForgery(forgery));
    }

    /** The ID token that is asked for; where a version belongs to a ref, of a run that publishes a new version. */
    IdToken token(TokenRequest request) {
        return token(request, world.scene().stage().mint());
    }

    /** The same of another mint. */
    IdToken token(TokenRequest request, TokenMint mint) {
        return world.rules().ref().isEmpty()
                ? minted(request, mint)
                : bound(request, world.cast().nextVersion(), mint);
    }

    /** A sound ID token of a run that publishes this version. */
    IdToken soundToken(Workload workload, String version) {
        return bound(
                TokenRequest.of(workload, audience()),
                version,
                world.scene().stage().mint());
    }

    private IdToken bound(TokenRequest request, String version, TokenMint mint) {
        var token = minted(request.withWorkload(publishing(request.workload(), version)), mint);
        world.cast().bound(token.compact(), version);
        return token;
    }

    /** The same job on the ref that this version belongs to, unless it is about a ref of its own. */
    private Workload publishing(Workload workload, String version) {
        return workload.start().ref().isPresent()
                ? workload
                : world.rules()
                        .ref()
                        .map(ref -> workload.withRef(ref.replace("{version}", version)))
                        .orElse(workload);
    }

    /** Every token is that of another run, as it is wherever a job asks for one token and publishes once. */
    private IdToken minted(TokenRequest request, TokenMint mint) {
        try {
            return known(mint.mint(request.withWorkload(request.workload().inAnotherRun())));
        } catch (InapplicableForgery e) {
            throw new Inapplicable(String.valueOf(e.getMessage()));
        }
    }

    /** An ID token of an issuer that the registry does not support, sound in itself. */
    IdToken strangeToken() {
        var workload = publishing(world.cast().workload(), world.cast().nextVersion());
        return minted(
                TokenRequest.of(workload, audience()),
                world.scene().stage().strangeProvider().mint());
    }

    private IdToken known(IdToken token) {
        world.secrets().add(token.compact());
        return token;
    }

    /** A workload asks for the right to publish the package. */
    Outcome ask(Workload workload, String who) {
        var outcome = present(soundToken(workload), who, "sound");
        if (outcome.isGranted()) {
            world.setting().experience().soundTokenWasAccepted();
        }
        return outcome;
    }

    /** Somebody presents an ID token for the package, as far as it takes to learn whether the policy lets it in. */
    Outcome present(IdToken token, String who, String description) {
        return present(token, world.cast().packageName(), who, description);
    }

    Outcome present(IdToken token, String packageName, String who, String description) {
        HeaderField.requiresThatItCarries(token, world.profile());
        world.provisioningEnds();
        if (!world.registry().exchanges()) {
            return publish(
                    token.compact(),
                    artifactFor(token.compact(), packageName),
                    who,
                    "publishing with the ID token",
                    token,
                    description);
        }
        var outcome = exchange(token, packageName, who, description);
        if (world.profile().policyDecidedAt() == Step.PUBLISH && outcome instanceof Granted granted) {
            return publish(granted.value("token").orElseThrow(), packageName, who, "publishing");
        }
        return outcome;
    }

    /** Offers an ID token for a registry token. */
    Outcome exchange(IdToken token, String packageName, String who, String description) {
        world.provisioningEnds();
        return world.registry()
                .exchange(
                        token.compact(),
                        packageName,
                        world.cast().holder(packageName).name(),
                        purpose(new Purpose(who, "registry", "exchange", Optional.of(decoded(token, description)))));
    }

    /** A registry token of the trusted workload, or the ID token itself where nothing is exchanged. */
    String registryToken() {
        return registryToken(world.cast().workload());
    }

    String registryToken(Workload workload) {
        return registryToken(workload, world.cast().packageName());
    }

    /** The same for a package, at registries where an exchange names one. */
    String registryToken(Workload workload, String packageName) {
        return registryToken(soundToken(workload), packageName);
    }

    /** A registry token of the trusted workload with which it can publish this artifact. */
    String registryToken(Artifact artifact) {
        return registryToken(soundToken(world.cast().workload(), artifact.version()), artifact.name());
    }

    /** A registry token for a package, or for the scenario's own one where no policy of the former lets it in. */
    String registryTokenToward(String packageName) {
        if (world.registry().exchanges()
                && exchange(soundToken(world.cast().workload()), packageName, JOB, "sound")
                        instanceof Granted granted) {
            return granted.value("token").orElseThrow();
        }
        return registryToken();
    }

    /** The registry token that is had for a sound ID token. */
    String registryToken(IdToken token, String packageName) {
        if (!world.registry().exchanges()) {
            return token.compact();
        }
        var outcome = exchange(token, packageName, JOB, "sound");
        if (outcome instanceof Granted granted) {
            return granted.value("token").orElseThrow();
        }
        throw new CannotTell("a sound ID token was " + outcome.describe());
    }

    /** Publishes a new version of a package on the strength of a token. */
    Outcome publish(String token, String packageName, String who, String what) {
        return publish(token, artifactFor(token, packageName), who, what);
    }

    /** Publishes an artifact on the strength of a token. */
    Outcome publish(String token, Artifact artifact, String who, String what) {
        return kept(upload(token, artifact, who, what), artifact);
    }

    /** What came of a publication: whether a promise was kept is what readers see. */
    Outcome kept(Outcome outcome, Artifact artifact) {
        if (!(outcome instanceof Granted granted) || granted.status() != PROMISED) {
            return outcome;
        }
        return new Readers(world)
                .see("version", artifact, seen -> !isOfAnother(seen, artifact))
                .map(seen -> kept(outcome, seen, artifact))
                .orElse(outcome);
    }

    private Outcome kept(Outcome promise, Outcome seen, Artifact artifact) {
        if (seen instanceof Broken broken && broken.kind() != Outcome.Kind.INCOMPLETE) {
            return seen;
        }
        return seen instanceof Granted granted && !isOfAnother(granted, artifact)
                ? promise
                : new Broken(Outcome.Kind.UNKEPT, "status " + PROMISED + ", but readers do not see the version");
    }

    /** Whether what readers see is something else that was offered as the same version. */
    private boolean isOfAnother(Granted seen, Artifact artifact) {
        var digest = seen.value("sha256").filter(shown -> !shown.equals(artifact.sha256()));
        return world.cast().published().stream()
                .filter(other ->
                        other.name().equals(artifact.name()) && other.version().equals(artifact.version()))
                .anyMatch(other -> digest.filter(other.sha256()::equals).isPresent());
    }

    /** Offers an artifact on the strength of a token, whatever becomes of it later. */
    Outcome upload(String token, Artifact artifact, String who, String what) {
        world.provisioningEnds();
        return world.registry().publish(token, artifact, purpose(Purpose.of(who, what)));
    }

    private Outcome publish(
            String token, Artifact artifact, String who, String what, IdToken shown, String description) {
        var purpose = purpose(new Purpose(who, "registry", what, Optional.of(decoded(shown, description))));
        return kept(world.registry().publish(token, artifact, purpose), artifact);
    }

    /** A version of a package that nobody has published yet. */
    Artifact nextArtifact(String packageName) {
        return world.artifact(packageName, world.cast().nextVersion(), "first content");
    }

    /** The version of a package that somebody with this token can publish. */
    Artifact artifactFor(String token, String packageName) {
        return world.artifact(packageName, world.cast().versionFor(token), "first content");
    }

    private Purpose purpose(Purpose purpose) {
        return atOnce ? purpose.atOnce() : purpose;
    }

    private static DecodedToken decoded(IdToken token, String description) {
        return new DecodedToken(description, shortened(token.header()), shortened(token.payload()));
    }

    /** A report has no use for a mebibyte of the same letter. */
    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters in all)";
    }
}
