package dev.assay.cli;

import dev.assay.identity.provider.Provider;
import dev.assay.identity.provider.ProviderCatalogue;
import dev.assay.profile.Profile;
import dev.assay.registry.EnvironmentNeeds;
import dev.assay.registry.Pin;
import dev.assay.registry.Wire;
import dev.assay.safety.Gate;
import dev.assay.safety.Resolver;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which registry to drive, and how it and the simulated identity provider find each other. */
final class TargetOptions {
    private static final int LONGEST_ANSWER_TIMEOUT = 600;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyMMdd-HHmmss", Locale.ROOT);
    private static final int RADIX = 36;
    private static final String RUN_ID = "[a-z0-9][a-z0-9-]{0,15}";

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "Drive the registry at this base URL instead of the embedded model.")
    private @Nullable URI target;

    @Option(
            names = "--idp",
            paramLabel = "NAME",
            split = ",",
            description = "Identity providers to simulate (default: every one the profile has rules for).")
    private List<String> identityProviders = List.of();

    @Option(
            names = "--run-id",
            paramLabel = "ID",
            description = "Name of the run: part of every name it creates, and of the report's folder"
                    + " (default: date, time and two characters by chance). Lower-case letters, digits and hyphens,"
                    + " at most 16.")
    private String runId = newRunId();

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM file with the authority of the target's certificate.")
    private @Nullable Path authority;

    @Option(
            names = "--allow-host",
            paramLabel = "HOST",
            description = "Send forged tokens to this host, or name it as issuer. Without it, only this machine is.")
    private List<String> allowedHosts = List.of();

    @Option(
            names = "--i-operate-this-registry",
            description = "Say so of a target at a public address that cannot serve the consent file that names the run"
                    + " (/.well-known/assay-consent; see docs/safety.md).")
    private boolean operator;

    @Option(
            names = "--answer-timeout",
            paramLabel = "SECONDS",
            description = "How long the target may take for an answer, to its last byte (default: ${DEFAULT-VALUE}).",
            defaultValue = "10")
    private int answerTimeout;

    private @Nullable Pin pin;
    private final List<Wire> wires = new ArrayList<>();

    @Option(names = "--wait", description = "Let real time pass where the target's clock cannot be moved.")
    private boolean waits;

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description =
                    "Where the simulated identity provider listens for a live target; every scenario has an issuer of"
                            + " its own below it (default: ${DEFAULT-VALUE}).",
            defaultValue = "https://localhost:9443")
    @SuppressWarnings("NullAway.Init")
    private URI issuer;

    @Option(
            names = "--issuer-tls",
            paramLabel = "DIR",
            description = "Folder with the authority for that issuer's certificate; made when missing"
                    + " (default: ${DEFAULT-VALUE}).",
            defaultValue = "reports/tls")
    @SuppressWarnings("NullAway.Init")
    private Path issuerTls;

    @Option(
            names = "--hard-wired",
            description = "The registry knows only the real issuer and reaches it through Assay's proxy; --issuer does"
                    + " not count. 'assay proxy --prepare' prints the environment to start it in.")
    private boolean hardWired;

    @ArgGroup(validate = false)
    private final ProxyOptions proxy = new ProxyOptions();

    boolean hardWired() {
        return hardWired;
    }

    ProxyOptions proxy() {
        return proxy;
    }

    String runId() {
        if (!runId.matches(RUN_ID)) {
            throw new UsageProblem("--run-id " + runId + ": use at most 16 lower-case letters, digits and hyphens");
        }
        return runId;
    }

    Optional<URI> target() {
        return Optional.ofNullable(target).map(TargetOptions::withoutSlash);
    }

    Optional<Path> authority() {
        return Optional.ofNullable(authority);
    }

    boolean waits() {
        return waits;
    }

    URI issuer() {
        return withoutSlash(issuer);
    }

    Path issuerTls() {
        return issuerTls;
    }

    private static URI withoutSlash(URI uri) {
        var text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }

    /** No two runs that begin in the same second are to get into each other's way. */
    private static String newRunId() {
        var chance = new SecureRandom().nextInt(RADIX, RADIX * RADIX);
        return LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + "-" + Integer.toString(chance, RADIX);
    }

    /** The identity providers to simulate for a profile. */
    List<Provider> providers(Profile profile) {
        var known = ProviderCatalogue.shipped();
        var chosen = identityProviders.isEmpty() ? simulated(profile, known) : identityProviders;
        return chosen.stream().map(id -> provider(id, known, profile)).toList();
    }

    /** What the profile has rules for, as far as it is known here. */
    private static List<String> simulated(Profile profile, ProviderCatalogue known) {
        var all = profile.identityProviders().keySet().stream().sorted().toList();
        var simulated = all.stream().filter(id -> known.find(id).isPresent()).toList();
        if (simulated.isEmpty()) {
            throw new UsageProblem("profile " + profile.id() + " has rules for " + String.join(", ", all)
                    + " only, and Assay does not simulate that; it knows " + ids(known));
        }
        return simulated;
    }

    private static String ids(ProviderCatalogue known) {
        return known.all().stream().map(Provider::id).collect(Collectors.joining(", "));
    }

    private static Provider provider(String id, ProviderCatalogue known, Profile profile) {
        if (!profile.identityProviders().containsKey(id)) {
            throw new UsageProblem(
                    "profile " + profile.id() + " has no rules for identity provider '" + id + "'; it has "
                            + String.join(", ", profile.identityProviders().keySet()));
        }
        return known.find(id)
                .orElseThrow(
                        () -> new UsageProblem("there is no identity provider '" + id + "'; known are " + ids(known)));
    }

    /**
     * Checks, before anything is forged, that the target can and may be driven with these profiles.
     *
     * @param err for remarks on what is possible, but perhaps not meant
     * @throws UsageProblem if not
     */
    void check(List<Profile> profiles, PrintWriter err) {
        profiles.forEach(this::checkUnsent);
        profiles.stream()
                .flatMap(profile -> new ProfileRemarks(profile, System.getenv()).shownValues().stream())
                .distinct()
                .forEach(remark -> err.println("assay: " + remark));
        err.flush();
        if (target != null) {
            pin();
        }
    }

    /** What can be checked before the first request. */
    private void checkUnsent(Profile profile) {
        providers(profile);
        if (target == null && hardWired) {
            throw new UsageProblem("--hard-wired is about a running registry; give --target URL");
        }
        if (target == null && profile.embedded().isEmpty()) {
            throw new UsageProblem("profile " + profile.id() + " has no embedded model; give --target URL");
        }
        var missing = EnvironmentNeeds.missing(profile, System.getenv());
        if (!missing.isEmpty()) {
            throw new UsageProblem(
                    missing.stream().map(EnvironmentNeeds.Need::complaint).collect(Collectors.joining("\n")));
        }
    }

    /** Opens the only wire to the target: it reaches the address that was checked, and no other. */
    Wire wire() {
        var wire = wire(pin());
        wires.add(wire);
        return wire;
    }

    /**
     * Passes a run's exit code on.
     *
     * @throws UsageProblem if the target died in the course of the run
     */
    int unlessDead(int exitCode) {
        wires.stream().flatMap(wire -> wire.death().stream()).findFirst().ifPresent(death -> {
            throw new UsageProblem(
                    "--target " + target + ": " + death + ". What had not begun by then is untested in the"
                            + " report above; look into the registry's log, start it again and run Assay again");
        });
        return exitCode;
    }

    private Wire wire(Pin only) {
        return Wire.open(answerTimeout(), authority().map(Trust::in), Optional.of(only));
    }

    /** Where the target is reached; it is looked up and checked once. */
    private Pin pin() {
        if (pin == null) {
            var check = new TargetCheck(new Gate(Resolver.SYSTEM, allowedHosts), operator, runId(), this::wire);
            answerTimeout();
            check.issuer(issuer());
            pin = check.target(target().orElseThrow());
        }
        return pin;
    }

    /** How long an answer of the target may take, to its last byte. */
    Duration answerTimeout() {
        if (answerTimeout < 1 || answerTimeout > LONGEST_ANSWER_TIMEOUT) {
            throw new UsageProblem(
                    "--answer-timeout " + answerTimeout + ": give 1 to " + LONGEST_ANSWER_TIMEOUT + " seconds");
        }
        return Duration.ofSeconds(answerTimeout);
    }
}
