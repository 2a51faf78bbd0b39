package dev.assay.reference.core.registry;

import dev.assay.reference.behaviour.TextMatch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The registry tokens that were handed out. */
public final class Tokens {

    private final Map<String, RegistryToken> byText = new ConcurrentHashMap<>();
    private final Map<UUID, RegistryToken> byId = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicLong> uses = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> lastUses = new ConcurrentHashMap<>();
    private final Map<UUID, Set<String>> outlived = new ConcurrentHashMap<>();
    private final AtomicLong serial = new AtomicLong();

    /** Keeps a token; one with the same text replaces the older one. */
    public void add(RegistryToken token) {
        byText.put(token.text(), token);
        byId.put(token.id(), token);
    }

    /** Forgets a token: from now on nobody knows it. */
    public void forget(RegistryToken token) {
        byText.remove(token.text());
        byId.remove(token.id());
    }

    /** The token that was handed out as this text. */
    public Optional<RegistryToken> withText(String text) {
        return Optional.ofNullable(byText.get(text));
    }

    /** The token that was handed out as this text, or as one that counts as the same. */
    public Optional<RegistryToken> withText(String text, TextMatch match) {
        return withText(text)
                .or(() -> byText.values().stream()
                        .filter(token -> match.matches(token.text(), text))
                        .findFirst());
    }

    /** The token with that id. */
    public Optional<RegistryToken> withId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The tokens that may do just that. */
    public List<RegistryToken> withGrants(List<Grant> grants) {
        return byId.values().stream()
                .filter(token -> token.grants().equals(grants))
                .toList();
    }

    /** A package is gone; those that were made before have outlived it. */
    public void notePackageGone(String key) {
        byId.values().stream()
                .filter(token -> token.grants().stream()
                        .anyMatch(grant -> grant.packages().contains(key)))
                .forEach(token -> outlived.computeIfAbsent(token.id(), id -> ConcurrentHashMap.newKeySet())
                        .add(key));
    }

    /** Whether it was made for a package of that normalized name which is gone. */
    public boolean hasOutlived(RegistryToken token, String key) {
        return outlived.getOrDefault(token.id(), Set.of()).contains(key);
    }

    /** Whether it was made for a package that is gone. */
    public boolean hasOutlivedAny(RegistryToken token) {
        return outlived.containsKey(token.id());
    }

    /** How often it was used to publish. */
    public long uses(RegistryToken token) {
        return counter(token).get();
    }

    /** Notes one use. */
    public void noteUse(RegistryToken token, Instant when) {
        counter(token).incrementAndGet();
        lastUses.put(token.id(), when);
    }

    /** When it was last used to publish; when it was made if it never was. */
    public Instant lastUse(RegistryToken token) {
        return lastUses.getOrDefault(token.id(), token.notBefore());
    }

    /** Counts from 1. */
    public long nextSerial() {
        return serial.incrementAndGet();
    }

    private AtomicLong counter(RegistryToken token) {
        return uses.computeIfAbsent(token.id(), id -> new AtomicLong());
    }
}
