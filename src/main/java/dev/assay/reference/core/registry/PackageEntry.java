package dev.assay.reference.core.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A package: who owns it and what was published. Guarded by {@link RegistryState}. */
public final class PackageEntry {

    private final UUID id = UUID.randomUUID();
    private final String name;
    private final String key;
    private final Set<String> owners = new LinkedHashSet<>();
    private final List<StoredFile> files = new ArrayList<>();
    private final Set<String> withdrawn = new HashSet<>();
    private boolean longLivedTokensRefused;

    PackageEntry(String name, String key, String owner) {
        this.name = name;
        this.key = key;
        owners.add(owner);
    }

    /** Stays the same whatever happens to the name. */
    public UUID id() {
        return id;
    }

    /** As it was registered. */
    public String name() {
        return name;
    }

    /** The normalized name. */
    public String key() {
        return key;
    }

    /** The names of the accounts that own it. */
    public Set<String> owners() {
        return Set.copyOf(owners);
    }

    /** Makes an account an owner. */
    public void addOwner(String account) {
        owners.add(account);
    }

    /** Whether its owners have shut long-lived tokens out. */
    public boolean longLivedTokensRefused() {
        return longLivedTokensRefused;
    }

    /** Shuts long-lived tokens out or lets them in. */
    public void refuseLongLivedTokens(boolean refused) {
        longLivedTokensRefused = refused;
    }

    /** What was published and not withdrawn, oldest first. */
    public List<StoredFile> files() {
        return files.stream().filter(file -> !withdrawn.contains(file.name())).toList();
    }

    /** The published file of that name, also if it was withdrawn. */
    public Optional<StoredFile> file(String fileName) {
        return files.stream().filter(file -> file.name().equals(fileName)).findFirst();
    }

    /** Publishes a file, in place of one of the same name if there is one. */
    public void put(StoredFile file) {
        files.removeIf(old -> old.name().equals(file.name()));
        files.add(file);
        withdrawn.remove(file.name());
    }

    /** Takes a version back; its files keep their names. */
    public void withdraw(String version) {
        files.stream().filter(file -> file.version().equals(version)).forEach(file -> withdrawn.add(file.name()));
    }

    /** Takes a version back as if it had never been published. */
    public void forget(String version) {
        files.removeIf(file -> file.version().equals(version));
    }

    /** The repositories that ID tokens proved of what was published. */
    public Set<String> sources() {
        return files.stream().flatMap(file -> file.source().stream()).collect(Collectors.toSet());
    }

    /** Says something else of what was published wherever a text stood. */
    public void retell(String text, String other) {
        files.replaceAll(file -> file.retold(text, other));
    }
}
