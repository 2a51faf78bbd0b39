package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.identity.token.IdToken;
import dev.assay.profile.Operations;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Provisioner;
import dev.assay.registry.PublisherPolicy;
import dev.assay.result.Message.DecodedToken;
import dev.assay.result.ProbeResult.Said;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Trusted publishing when all goes well, one step at a time: what every scenario builds on. Each method takes one step and
 * relies on those before.
 */
public final class HappyPath implements AutoCloseable {
    /** The scenario's id, so that a plan and the run after it use the same names. */
    private static final String SCENARIO = "probe";

    private final World world;
    private final Deeds deeds;
    private final Operations operations;
    private final String version;
    private @Nullable IdToken idToken;
    private @Nullable String registryToken;
    private @Nullable Artifact artifact;

    /**
     * A path through a new world, alone in it.
     *
     * @param version to be published; new to the registry
     */
    public HappyPath(World world, String version) {
        this.world = world;
        this.deeds = new Deeds(world);
        this.operations = Operations.of(world.profile());
        this.version = version;
        world.begin(UUID.randomUUID(), SCENARIO, true);
    }

    /** The audience for ID tokens. */
    public String audience() {
        return world.registry().audience();
    }

    /** The issuer whose tokens the registry is to accept. */
    public String issuer() {
        return world.issuer();
    }

    /** Base URL of the registry. */
    public String target() {
        return world.scene().stage().registry().toString();
    }

    /** The package that is published. */
    public String packageName() {
        return world.cast().packageName();
    }

    /** The policy that lets the workload publish it. */
    public PublisherPolicy policy() {
        return world.cast().policyFor(world.cast().workload());
    }

    /** Whether policies are made by the program, and not by hand. */
    public boolean isProvisionedHere() {
        return world.provisioner().isLive();
    }

    /**
     * An account for the package's owner; its name.
     *
     * @throws Provisioner.NotProvisionedException if the registry does not make one
     */
    public String account() {
        return world.cast().owner().name();
    }

    /**
     * The package.
     *
     * @throws Provisioner.NotProvisionedException if the registry does not make it
     */
    public void createPackage() {
        world.provisioner().createPackage(world.cast().owner(), packageName());
    }

    /**
     * The policy; the registry's name for it.
     *
     * @throws Provisioner.NotProvisionedException if the registry does not take it
     */
    public String addPublisher() {
        return world.provisioner().addPublisher(world.cast().owner(), packageName(), policy());
    }

    /** A sound ID token of the workload. */
    public DecodedToken idToken() {
        var token = deeds.soundToken(world.cast().workload(), version);
        idToken = token;
        registryToken = token.compact();
        return new DecodedToken("sound", token.header(), token.payload());
    }

    /** The exchange; where there is none, the ID token itself publishes. */
    public Outcome exchange() {
        var outcome = deeds.exchange(taken(idToken), packageName(), Deeds.JOB, "sound");
        if (outcome instanceof Granted granted) {
            registryToken = granted.value("token").orElseThrow();
        }
        return outcome;
    }

    /** The registry token of the last exchange; a secret. */
    public String registryToken() {
        return taken(registryToken);
    }

    /** Publishing. */
    public Outcome publish() {
        var made = world.artifact(packageName(), version, "first content");
        artifact = made;
        return deeds.upload(taken(registryToken), made, Deeds.JOB, "publishing");
    }

    /** What a reader sees of the version; empty if the profile does not say how to look. */
    public Optional<Outcome> readBack() {
        return world.registry().read("version", packageName(), version);
    }

    /** SHA-256 of what was published, in hexadecimal digits. */
    public String publishedDigest() {
        return taken(artifact).sha256();
    }

    /** How often the registry asked the issuer for its discovery document. */
    public int discoveryFetches() {
        return world.scene().stage().identityProvider().discoveryFetches().size();
    }

    /** How often the registry asked the issuer for its keys. */
    public int keySetFetches() {
        return world.scene().stage().identityProvider().keySetFetches().size();
    }

    /** What was said since some messages ago, and why it was judged as it was. */
    public List<Said> saidSince(int messages) {
        var all = world.explained(operations::memberOf);
        return all.subList(Math.min(messages, all.size()), all.size());
    }

    /** A text without the secrets that came up. */
    public String redact(String text) {
        return world.redact(text);
    }

    private static <T> T taken(@Nullable T earlier) {
        if (earlier == null) {
            throw new IllegalStateException("a step was taken before the one that it relies on");
        }
        return earlier;
    }

    @Override
    public void close() {
        world.close();
    }
}
