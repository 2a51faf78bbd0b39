package dev.assay.reference.core.registry;

import dev.assay.reference.behaviour.Limit;
import dev.assay.reference.behaviour.PolicyRules;
import java.util.concurrent.locks.ReentrantLock;

/** Everything the registry holds. What touches packages or policies happens in {@link #atomically}. */
public final class RegistryState {

    private final ReentrantLock lock = new ReentrantLock();
    private final Accounts accounts = new Accounts();
    private final Tokens tokens = new Tokens();
    private final Packages packages;
    private final Policies policies;
    private final UsedIds usedIds;
    private final AuditLog auditLog;

    /** {@code pendingSeconds} is how long a pending publisher works. */
    public RegistryState(PackageNaming naming, PolicyRules rules, Limit pendingSeconds, RegistryClock clock) {
        packages = new Packages(naming);
        policies = new Policies(rules, pendingSeconds, clock);
        usedIds = new UsedIds(clock);
        auditLog = new AuditLog(clock);
    }

    /** Runs work that nobody else's work comes in between. */
    public <T, E extends Exception> T atomically(Work<T, E> work) throws E {
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }

    /** The maintainers. */
    public Accounts accounts() {
        return accounts;
    }

    /** The packages. */
    public Packages packages() {
        return packages;
    }

    /** The policies. */
    public Policies policies() {
        return policies;
    }

    /** The registry tokens. */
    public Tokens tokens() {
        return tokens;
    }

    /** The used ID tokens. */
    public UsedIds usedIds() {
        return usedIds;
    }

    /** What happened. */
    public AuditLog auditLog() {
        return auditLog;
    }

    /**
     * Something to do in one piece.
     *
     * @param <T> what comes out of it
     * @param <E> how it can fail
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        /** Does it. */
        T run() throws E;
    }
}
