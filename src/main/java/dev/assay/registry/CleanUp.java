package dev.assay.registry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.assay.registry.Ledger.Entry;
import dev.assay.registry.Provisioner.NotProvisionedException;
import dev.assay.registry.Provisioner.UnsupportedException;
import dev.assay.registry.Transcript.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Takes back what a run brought into being at a live target: all at once where the profile has an operation
 * {@code clean}, else piece by piece, the youngest first and a few at a time.
 */
public final class CleanUp {
    private static final String MAINTAINER = "maintainer";
    private static final String PACKAGE = "package";
    private static final String PUBLISHER = "publisher";
    private static final String ACCOUNT = "account";
    /** No more than a run does at the same time. */
    private static final int AT_A_TIME = 4;

    private final Registry registry;
    private final Provisioner provisioner;
    private final Ledger ledger;
    private final Secrets secrets;
    private final Instant deadline;
    private final Map<String, Provisioner.Account> accounts = new ConcurrentHashMap<>();

    /**
     * A clean-up that stops in time.
     *
     * @param secrets what no reason may show
     * @param patience how long to go on, at most; what is left then stays in the ledger
     */
    public CleanUp(Registry registry, Provisioner provisioner, Ledger ledger, Secrets secrets, Duration patience) {
        this.registry = registry;
        this.provisioner = provisioner;
        this.ledger = ledger;
        this.secrets = secrets;
        this.deadline = Clock.systemUTC().instant().plus(patience);
    }

    /**
     * What became of it.
     *
     * @param removed what is gone
     * @param left what stays, youngest first
     */
    public record Result(List<Entry> removed, List<Left> left) {}

    /** Something that is still at the target, and why. */
    public record Left(Entry entry, String reason) {}

    /** Takes back what can be taken back; the ledger keeps the rest. */
    public Result run() {
        var youngestFirst = new ArrayList<>(ledger.entries());
        Collections.reverse(youngestFirst);
        var result = registry.offers("clean") && !youngestFirst.isEmpty()
                ? allAtOnce(youngestFirst)
                : pieceByPiece(youngestFirst);
        ledger.keepOnly(result.left().stream().map(Left::entry).toList());
        return result;
    }

    private Result allAtOnce(List<Entry> entries) {
        var values = Map.of("packages", names(PACKAGE, entries), "accounts", names(ACCOUNT, entries));
        try {
            return attempt("clean", "take back what the run created", values)
                    .map(reason -> new Result(
                            List.of(),
                            entries.stream()
                                    .map(entry -> new Left(entry, reason))
                                    .toList()))
                    .orElseGet(() -> new Result(entries, List.of()));
        } catch (UnsupportedException | IllegalArgumentException e) {
            return pieceByPiece(entries);
        }
    }

    private static List<String> names(String kind, List<Entry> entries) {
        return of(kind, entries).map(Entry::name).distinct().toList();
    }

    private static Stream<Entry> of(String kind, List<Entry> entries) {
        return entries.stream().filter(entry -> entry.kind().equals(kind));
    }

    /** Packages first: their publishers go with them, and accounts cannot go before their packages. */
    private Result pieceByPiece(List<Entry> entries) {
        var removed = new ArrayList<Entry>();
        var left = new ArrayList<Left>();
        var helpers = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            for (var kind : List.of(PACKAGE, PUBLISHER, ACCOUNT)) {
                var before = List.copyOf(left);
                ofOneThing(of(kind, entries)).stream()
                        .map(thing -> CompletableFuture.supplyAsync(
                                () -> new Attempt(thing, removal(thing, before)), helpers))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .forEach(attempt -> attempt.reason()
                                .ifPresentOrElse(
                                        reason -> attempt.entries().forEach(entry -> left.add(new Left(entry, reason))),
                                        () -> removed.addAll(attempt.entries())));
            }
        } finally {
            helpers.shutdownNow();
        }
        return new Result(List.copyOf(removed), List.copyOf(left));
    }

    private record Attempt(List<Entry> entries, Optional<String> reason) {}

    /** A package stands there once for everybody who had its name, and only the last of them can remove it. */
    private static Collection<List<Entry>> ofOneThing(Stream<Entry> entries) {
        return entries.collect(groupingBy(
                        entry -> entry.kind().equals(PACKAGE) ? entry.name() : entry, LinkedHashMap::new, toList()))
                .values();
    }

    /** Why it stays, as the first is told who tries; nothing if one of them removed it. */
    private Optional<String> removal(List<Entry> thing, List<Left> left) {
        var reasons = new ArrayList<String>();
        for (var entry : thing) {
            var reason = removal(entry, left);
            if (reason.isEmpty()) {
                return Optional.empty();
            }
            reasons.add(reason.get());
        }
        return reasons.stream().findFirst();
    }

    /** Why it stays; nothing if it is gone. */
    private Optional<String> removal(Entry entry, List<Left> left) {
        if (!Clock.systemUTC().instant().isBefore(deadline)) {
            return Optional.of("there was no time left");
        }
        try {
            return switch (entry.kind()) {
                case PACKAGE -> attempt("removePackage", "remove " + entry.name(), ofPackage(entry, entry.name()));
                case PUBLISHER -> isLeft(entry.packageName(), left) ? removePublisher(entry) : Optional.empty();
                default -> removeAccount(entry, left);
            };
        } catch (UnsupportedException | NotProvisionedException | IllegalArgumentException e) {
            return Optional.of(secrets.redact(String.valueOf(e.getMessage())));
        }
    }

    private static boolean isLeft(String packageName, List<Left> left) {
        return left.stream()
                .map(Left::entry)
                .anyMatch(entry -> entry.kind().equals(PACKAGE) && entry.name().equals(packageName));
    }

    private Optional<String> removePublisher(Entry entry) {
        var values = new HashMap<>(ofPackage(entry, entry.packageName()));
        values.put("id", entry.name());
        return attempt("removePublisher", "remove a publisher of " + entry.packageName(), values);
    }

    private Optional<String> removeAccount(Entry entry, List<Left> left) {
        var owns = left.stream()
                .map(Left::entry)
                .anyMatch(
                        other -> other.kind().equals(PACKAGE) && other.account().equals(entry.name()));
        return owns
                ? Optional.of("it has a package that is still there")
                : attempt(
                        "removeAccount",
                        "remove " + entry.name(),
                        Map.of(
                                "account",
                                entry.name(),
                                "actor",
                                entry.name(),
                                "credential",
                                account(entry.name()).credential()));
    }

    private Map<String, Object> ofPackage(Entry entry, String packageName) {
        return Map.of(
                "actor", entry.account(), "credential", account(entry.account()).credential(), "package", packageName);
    }

    /** The account once more: the ledger keeps no credentials. */
    private Provisioner.Account account(String name) {
        return accounts.computeIfAbsent(name, provisioner::account);
    }

    /** Why an operation did not succeed; nothing if it did. */
    private Optional<String> attempt(String operation, String what, Map<String, ?> values) {
        var outcome = registry.administer(operation, Purpose.of(MAINTAINER, what), values)
                .orElseThrow(() ->
                        new UnsupportedException("the profile's provisioning has no operation '" + operation + "'"));
        return outcome.isGranted() ? Optional.empty() : Optional.of(secrets.redact(outcome.describe()));
    }
}
