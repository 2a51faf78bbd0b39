package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Broken;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Locale;
import java.util.Map;

/** Registry tokens that publish another package under the name of their own. */
public final class DisguiseSteps {
    private static final Map<String, String> DETOURS = Map.of(
            "by way of its own package", "OWN/../OTHER",
            "by way of its own package, with the dots encoded", "OWN/%2e%2e/OTHER",
            "by way of its own package, with the slashes encoded", "OWN%2f..%2fOTHER",
            "by way of its own package, with the slashes encoded twice", "OWN%252f..%252fOTHER",
            "by a slash too many", "/OTHER",
            "by a folder that is the same", "./OTHER",
            "in capital letters", "SHOUTED");

    private final World world;
    private final Deeds deeds;

    public DisguiseSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("the registry token uploads a version of the other package to the address of its own")
    public void uploadsUnderOwnAddress() {
        var artifact = others();
        var what = "a registry token uploads another package to the address of its own";
        var cast = world.cast();
        tried(
                what,
                artifact,
                world.registry()
                        .publishAt(cast.packageName(), cast.registryToken(), artifact, Purpose.of(Deeds.ATTACKER, what))
                        .orElseThrow(this::addressesNameNoPackage));
    }

    @When("^the registry token uploads a version of the other package to an address that leads there (.+)$")
    public void uploadsByDetour(String detour) {
        var artifact = others();
        var what = "a registry token uploads another package to an address that leads there " + detour;
        var cast = world.cast();
        var path = detour(detour)
                .replace("OWN", cast.packageName())
                .replace("OTHER", cast.otherPackage())
                .replace("SHOUTED", cast.otherPackage().toUpperCase(Locale.ROOT));
        tried(
                what,
                artifact,
                world.registry()
                        .publishByWayOf(path, cast.registryToken(), artifact, Purpose.of(Deeds.ATTACKER, what))
                        .orElseThrow(this::addressesNameNoPackage));
    }

    private static String detour(String words) {
        var path = DETOURS.get(words);
        if (path == null) {
            throw new IllegalArgumentException("no detour is called '" + words + "'; known are " + DETOURS.keySet());
        }
        return path;
    }

    private Inapplicable addressesNameNoPackage() {
        return new Inapplicable("the address of an upload at " + world.profile().title() + " names no package");
    }

    @When("the registry token uploads a version of its own package with the other package's file")
    public void uploadsFile() {
        var artifact = others();
        uploadsAsOwn(
                artifact, artifact.fileName(), "a registry token uploads another package's file as its own package");
    }

    @When(
            "the registry token uploads a version of its own package with the other package's archive under its own file name")
    public void uploadsArchive() {
        var artifact = others();
        var own = world.artifact(world.cast().packageName(), artifact.version(), "first content");
        uploadsAsOwn(
                artifact,
                own.fileName(),
                "a registry token uploads another package's archive as its own package, under the file name of its own");
    }

    private void uploadsAsOwn(Artifact artifact, String fileName, String what) {
        if (!world.profile().publish().operation().mentions("artifact.name")) {
            throw new Inapplicable(
                    "an upload at " + world.profile().title() + " names the package in its archive alone");
        }
        var cast = world.cast();
        var disguised = artifact.saidToBe(cast.packageName(), fileName);
        tried(what, artifact, deeds.publish(cast.registryToken(), disguised, Deeds.ATTACKER, what));
    }

    /** The next version of the other package. */
    private Artifact others() {
        deeds.requiresRegistryTokens();
        world.provisioningEnds();
        return deeds.nextArtifact(world.cast().otherPackage());
    }

    /** What was taken needs no other proof that the token opens something, and the token may be spent. */
    private void tried(String what, Artifact artifact, Outcome outcome) {
        var cast = world.cast();
        cast.published(artifact);
        world.tried(
                what,
                outcome,
                () -> outcome.isGranted()
                        ? outcome
                        : deeds.publish(cast.registryToken(), cast.packageName(), Deeds.JOB, "publishing"));
    }

    /** How such an address is answered matters to nobody, as long as nothing comes of it. */
    @Then("it brings readers no version of the other package")
    public void otherPackageStays() {
        var trial = world.lastTrial();
        if (trial.outcome() instanceof Broken broken && broken.kind() == Outcome.Kind.UNEXPECTED) {
            trial.claimRefusal();
            requireUnseen();
            return;
        }
        isRefusedOrOtherPackageStays();
    }

    /** What is taken for a version of its own package does no harm. */
    @Then("it is refused, or brings readers no version of the other package")
    public void isRefusedOrOtherPackageStays() {
        if (!world.lastTrial().outcome().isGranted()) {
            new OutcomeSteps(world).isRefused();
            return;
        }
        requireUnseen();
    }

    private void requireUnseen() {
        var artifact = world.cast().published().get(0);
        var seen = new Readers(world)
                .see("version", artifact)
                .orElseThrow(
                        () -> new Untested("the profile does not say how readers see a version (readBack.version)"));
        if (seen.isGranted()) {
            throw new Finding("accepted: " + world.lastTrial().what() + ", and readers see it");
        }
    }
}
