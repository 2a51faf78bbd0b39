package dev.assay.cli;

import dev.assay.profile.Profile;
import dev.assay.profile.Provisioning;
import dev.assay.registry.CleanUp;
import dev.assay.registry.Conversation;
import dev.assay.registry.Ledger;
import dev.assay.registry.Ledger.Entry;
import dev.assay.registry.ProvisioningByOperations;
import dev.assay.registry.Registry;
import dev.assay.registry.Secrets;
import dev.assay.registry.Templates;
import dev.assay.registry.Transcript;
import dev.assay.registry.Wire;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/** What a run leaves at a live target, and its removal: when the run ends, when it is interrupted, or later. */
final class Leavings {
    private static final String SUFFIX = ".created.jsonl";

    private final TargetOptions target;
    private final Path file;
    private final Ledger ledger;
    private final PrintWriter console;
    private final CleanAdvice advice;

    private Leavings(TargetOptions target, Path file, Ledger ledger, PrintWriter console, CleanAdvice advice) {
        this.target = target;
        this.file = file;
        this.ledger = ledger;
        this.console = console;
        this.advice = advice;
    }

    /**
     * The leavings of a run, or of one shard of it.
     *
     * @param name what the report's folder is called
     * @param out the folder of the reports, in which the ledger lies
     * @param console told what was removed
     * @param typed the command line that the user typed
     */
    static Leavings of(TargetOptions target, String name, Path out, PrintWriter console, ParseResult typed) {
        var file = out.resolve(name + SUFFIX);
        var ledger = target.target().isPresent() ? Ledger.in(file) : Ledger.none();
        return new Leavings(target, file, ledger, console, new CleanAdvice(target, typed));
    }

    /** The leavings of a run and of all its shards, as far as there are ledgers of them. */
    static List<Leavings> ofAll(TargetOptions target, Path out, PrintWriter console, ParseResult typed) {
        return runsIn(out).stream()
                .filter(name -> name.equals(target.runId()) || name.startsWith(target.runId() + "-shard-"))
                .map(name -> of(target, name, out, console, typed))
                .filter(leavings -> !leavings.isEmpty())
                .toList();
    }

    /** Where the run writes down what it creates. */
    Ledger ledger() {
        return ledger;
    }

    /** Whether nothing of this run is at the target, as far as its ledger knows. */
    boolean isEmpty() {
        return ledger.entries().isEmpty();
    }

    /** Refuses to begin a run whose names an earlier one left at the target. */
    void requireNone(NamedProfile profile) {
        if (!isEmpty()) {
            throw new UsageProblem("an earlier run " + target.runId() + " left " + counted(ledger.entries())
                    + " at the target; remove it with '" + advice.command(profile) + "', or choose another --run-id");
        }
    }

    /**
     * Removes what the profile knows how to remove.
     *
     * @param patience how long to go on, at most
     * @return whether nothing is left
     */
    synchronized boolean remove(NamedProfile profile, Duration patience) {
        if (isEmpty() || profile.profile().provision().by() == Provisioning.Means.MANUAL) {
            return true;
        }
        console.println("assay: removing " + counted(ledger.entries()) + " of run " + target.runId());
        console.flush();
        try (var wire = target.wire()) {
            var result = cleanUp(profile.profile(), wire, patience).run();
            tell(profile, result);
            return result.left().isEmpty();
        }
    }

    private CleanUp cleanUp(Profile profile, Wire wire, Duration patience) {
        var secrets = new Secrets();
        var templates = new Templates();
        var conversation = new Conversation(
                wire,
                templates,
                target.target().orElseThrow(),
                new Transcript(secrets),
                secrets,
                Map.of("run", Map.of("id", target.runId())));
        var registry = new Registry(profile, conversation, templates);
        return new CleanUp(registry, new ProvisioningByOperations(registry, secrets), ledger, secrets, patience);
    }

    private void tell(NamedProfile profile, CleanUp.Result result) {
        if (!result.removed().isEmpty()) {
            console.println("assay: removed " + counted(result.removed()) + " of run " + target.runId());
        }
        if (!result.left().isEmpty()) {
            var left = result.left().stream().map(CleanUp.Left::entry).toList();
            console.println("assay: " + counted(left) + " of run " + target.runId() + " stay at the target: "
                    + result.left().get(0).reason());
            console.println("assay: remove what begins with assay-" + target.runId() + " by hand, as listed in " + file
                    + ", or try '" + advice.command(profile) + "'");
        }
        console.flush();
    }

    /** Says that everything stays, as was asked for. */
    void tellKept(NamedProfile profile) {
        if (!isEmpty()) {
            console.println("assay: kept " + counted(ledger.entries()) + " of run " + target.runId()
                    + "; remove it with '" + advice.command(profile) + "'");
            console.flush();
        }
    }

    /** Such as: 2 packages, 3 publishers and 4 accounts. */
    private static String counted(Collection<Entry> entries) {
        var parts = Stream.of("package", "publisher", "account")
                .map(kind -> Map.entry(
                        kind,
                        entries.stream().filter(e -> e.kind().equals(kind)).count()))
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey() + (count.getValue() == 1 ? "" : "s"))
                .toList();
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }

    /** The runs that have a ledger in a folder of reports. */
    static List<String> runsIn(Path out) {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (var files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UsageProblem("--out " + out + ": cannot be read");
        }
    }
}
