package dev.assay.probe;

import dev.assay.profile.Operations;
import dev.assay.profile.Profile;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Outcome.Refused;
import dev.assay.registry.Provisioner.NotProvisionedException;
import dev.assay.registry.Provisioner.UnsupportedException;
import dev.assay.registry.Registry.UnanswerableException;
import dev.assay.result.ProbeResult.Said;
import dev.assay.result.ProbeResult.State;
import dev.assay.result.ProbeResult.Step;
import dev.assay.steps.HappyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Takes the steps of the happy path in order, until one fails, and writes down why. */
public final class Probe {
    private static final String NOT_SEEN = "readers do not see the version that was just published: is"
            + " readBack.version.request.path right, or does the registry show versions only later?";
    private static final int OK = 0;
    private static final int DO_NOT_FIT = 1;
    private static final int CANNOT_SPEAK = 2;

    private final Profile profile;
    private final HappyPath path;
    private final List<Step> steps = new ArrayList<>();
    private int heard;
    private boolean failed;

    private Probe(Profile profile, HappyPath path) {
        this.profile = profile;
        this.path = path;
    }

    /** Walks along a path as a profile describes it. */
    public static Probe along(HappyPath path, Profile profile) {
        var probe = new Probe(profile, path);
        probe.walk();
        return probe;
    }

    /** What became of each step. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Members of the profile that describe an operation and were not exercised. */
    public List<String> untouched() {
        var members = new TreeSet<>(Operations.of(profile).byMember().keySet());
        said().forEach(said -> members.remove(said.explanation().member()));
        return List.copyOf(members);
    }

    /** 0 if every step was done, 1 if profile and registry do not fit together, 2 if they could not speak. */
    public int exitCode() {
        if (!failed) {
            return OK;
        }
        var last = said().reduce((earlier, later) -> later);
        return last.filter(said -> said.message().response().isEmpty()).isPresent() ? CANNOT_SPEAK : DO_NOT_FIT;
    }

    private Stream<Said> said() {
        return steps.stream().flatMap(step -> step.conversation().stream());
    }

    private void walk() {
        var discovers = profile.audience().discover().isPresent();
        step("audience", discovers ? "audience.discover" : "audience.literal", () -> {
            var audience = path.audience();
            return Report.done(
                    discovers
                            ? "the registry wants ID tokens made for '" + audience + "'"
                            : "the profile says that ID tokens are made for '" + audience + "'");
        });
        if (path.isProvisionedHere()) {
            provision();
        } else {
            step(
                    "provisioning",
                    "provision",
                    () -> Report.leftOut("was entered by hand before")
                            .with(new PolicyText(path.packageName(), path.issuer(), path.policy()).lines()));
        }
        step(
                "ID token",
                "identityProviders",
                () -> Report.done("signed by " + path.issuer()).showing(path.idToken()));
        exchangeAndPublish();
        readBack();
    }

    private void provision() {
        step("account", "provision.operations.account", () -> Report.done("the owner is " + path.account()));
        step("package", "provision.operations.package", () -> {
            path.createPackage();
            return Report.done("there is " + path.packageName());
        });
        step(
                "trusted publisher",
                "provision.operations.publisher",
                () -> Report.done("the policy is known as '" + path.addPublisher() + "'")
                        .with(new PolicyText(path.packageName(), path.issuer(), path.policy()).lines()));
    }

    private void exchangeAndPublish() {
        var issuer = new IssuerHints(path, profile);
        if (profile.exchange().isEmpty()) {
            step("exchange", "exchange", () -> Report.leftOut("the profile has none: the ID token itself publishes"));
        } else {
            step("exchange", "exchange", () -> {
                var outcome = path.exchange();
                return outcome instanceof Granted granted
                        ? Report.done("the registry gave a registry token (" + granted.status() + ")")
                                .hinting(new TokenHints(profile.token()).of(path.registryToken(), granted))
                        : judged(outcome).hinting(issuer.hints());
            });
        }
        step("publish", "publish.operation", () -> {
            var outcome = path.publish();
            return outcome.isGranted() || profile.exchange().isPresent()
                    ? judged(outcome)
                    : judged(outcome).hinting(issuer.hints());
        });
    }

    private void readBack() {
        step("read back", "readBack.version", () -> {
            var outcome = path.readBack();
            if (outcome.isEmpty()) {
                return Report.leftOut("the profile does not say how readers see a version");
            }
            if (!(outcome.get() instanceof Granted granted)) {
                return judged(outcome.get()).hinting(outcome.get() instanceof Refused ? List.of(NOT_SEEN) : List.of());
            }
            var digest = granted.value("sha256");
            if (digest.filter(d -> !d.equalsIgnoreCase(path.publishedDigest())).isPresent()) {
                return Report.failed("readers get another digest: " + digest.get() + ", published was "
                                + path.publishedDigest())
                        .hinting(List.of(
                                "readBack.version.granted.extract.sha256 has to be the SHA-256 of the artifact's"
                                        + " bytes, in hexadecimal digits"));
            }
            return Report.done(
                    "readers see the version" + (digest.isPresent() ? ", with the digest of what was published" : ""));
        });
    }

    private static Report judged(Outcome outcome) {
        return outcome.isGranted() ? Report.done(outcome.describe()) : Report.failed(outcome.describe());
    }

    private void step(String title, String member, Supplier<Report> deed) {
        if (failed) {
            steps.add(Report.of(State.NOT_REACHED, "not reached").as(title, member, List.of(), path::redact));
            return;
        }
        var report = reportOf(deed);
        var said = path.saidSince(heard);
        heard += said.size();
        failed = report.state() == State.FAILED;
        steps.add(report.as(title, member, said, path::redact));
    }

    /** What a step threw is something about the profile or the registry, unless it is a mistake of the program. */
    private static Report reportOf(Supplier<Report> deed) {
        try {
            return deed.get();
        } catch (NotProvisionedException | UnsupportedException | UnanswerableException e) {
            return Report.failed(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return Report.failed(String.valueOf(e.getMessage()))
                    .hinting(List.of("a template of the profile cannot be used; docs/profiles.md says which values each"
                            + " operation knows"));
        }
    }
}
