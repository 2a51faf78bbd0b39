package dev.assay.reference.core.registry;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The maintainers. */
public final class Accounts {

    private final Map<String, Account> byName = new ConcurrentHashMap<>();
    private final Map<String, Account> bySession = new ConcurrentHashMap<>();

    /** Whether there is an account of that name. */
    public boolean exists(String name) {
        return byName.containsKey(name);
    }

    /** The account of that name; made if there is none. */
    public Account open(String name) {
        return byName.computeIfAbsent(name, this::create);
    }

    /** Whose session this is. */
    public Optional<Account> withSession(String session) {
        return Optional.ofNullable(bySession.get(session));
    }

    /** Forgets the account of that name; its session ends. */
    public void close(Account account) {
        byName.remove(account.name(), account);
        bySession.remove(account.session());
    }

    private Account create(String name) {
        var account = new Account(name, "session-" + UUID.randomUUID());
        bySession.put(account.session(), account);
        return account;
    }
}
