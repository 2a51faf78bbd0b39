package dev.assay.registry;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run brought into being at a live target, written down just before each request goes out, so that it can be taken
 * back even after a crash: one JSON object a line, names only and never a secret.
 */
public final class Ledger {
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

    private static final String PACKAGE = "package";
    private static final Set<String> PUBLISHERS = Set.of("publisher", "furtherPublisher");

    private final Optional<Path> file;
    private final Set<Entry> entries = new LinkedHashSet<>();
    private boolean sealed;

    private Ledger(Optional<Path> file) {
        this.file = file;
    }

    /**
     * Something at the target.
     *
     * @param kind {@code account}, {@code package} or {@code publisher}
     * @param name of the account or package; the registry's own id of the publisher
     * @param account whose it is; empty for an account itself
     * @param packageName the package of a publisher; empty for others
     */
    public record Entry(String kind, String name, String account, String packageName) {
        public Entry {
            account = account == null ? "" : account;
            packageName = packageName == null ? "" : packageName;
        }
    }

    /** The ledger of a run after which nothing has to be taken back. */
    public static Ledger none() {
        return new Ledger(Optional.empty());
    }

    /** The ledger that a file keeps; the file comes into being with the first entry. */
    public static Ledger in(Path file) {
        var ledger = new Ledger(Optional.of(file));
        if (Files.exists(file)) {
            ledger.entries.addAll(read(file));
        }
        return ledger;
    }

    private static List<Entry> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.endsWith("}"))
                    .map(Ledger::parsed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry parsed(String line) {
        try {
            return JSON.readValue(line, Entry.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is at the target, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Nothing more may come into being; whoever tries is told that the run was stopped. */
    public synchronized void seal() {
        sealed = true;
    }

    /** A request of an operation is about to go out; those after the first change nothing. */
    void before(String operation, Map<String, ?> values) {
        switch (operation) {
            case "account" -> add(new Entry("account", text(values, "account"), "", ""));
            case "package" -> add(new Entry(PACKAGE, text(values, "package"), text(values, "actor"), ""));
            case "pendingPublisher" -> addUnlessThere(text(values, "package"), text(values, "actor"));
            default -> {
                // Nothing of its own comes into being.
            }
        }
    }

    /** What exists is its owner's to remove, whoever waits for its name. */
    private synchronized void addUnlessThere(String packageName, String account) {
        if (entries.stream()
                .noneMatch(entry -> entry.kind().equals(PACKAGE) && entry.name().equals(packageName))) {
            add(new Entry(PACKAGE, packageName, account, ""));
        }
    }

    /** An operation was carried out; only now is it known what the registry calls a publisher. */
    void after(String operation, Map<String, ?> values, Outcome outcome) {
        if (PUBLISHERS.contains(operation) && outcome instanceof Outcome.Granted granted) {
            granted.value("id")
                    .ifPresent(id -> add(new Entry("publisher", id, text(values, "actor"), text(values, "package"))));
        }
    }

    private static String text(Map<String, ?> values, String name) {
        return Optional.<Object>ofNullable(values.get(name))
                .map(String::valueOf)
                .orElse("");
    }

    private synchronized void add(Entry entry) {
        if (file.isEmpty()) {
            return;
        }
        if (sealed) {
            throw new Provisioner.UnsupportedException("the run was stopped before it came to this scenario");
        }
        if (entries.add(entry)) {
            append(file.get(), entry);
        }
    }

    private static void append(Path file, Entry entry) {
        try {
            Files.createDirectories(requireNonNull(file.toAbsolutePath().getParent()));
            Files.writeString(file, line(entry), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("what the run creates cannot be written down in " + file, e);
        }
    }

    private static String line(Entry entry) {
        try {
            return JSON.writeValueAsString(entry) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only these are still at the target; where nothing is, the file goes, too. */
    synchronized void keepOnly(Collection<Entry> left) {
        entries.retainAll(left);
        file.ifPresent(known -> {
            try {
                if (entries.isEmpty()) {
                    Files.deleteIfExists(known);
                    return;
                }
                var partial = known.resolveSibling(known.getFileName() + ".part");
                Files.write(partial, entries.stream().map(e -> line(e).strip()).toList());
                Files.move(partial, known, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException("what is left at the target cannot be written down in " + known, e);
            }
        });
    }
}
