package dev.assay.registry;

/** Brings about what an experiment needs before it begins. */
public interface Provisioner {

    /** Somebody who may have packages at the registry. */
    record Account(String name, String credential) {}

    /** An account of that name. */
    Account account(String name);

    /** A package that belongs to the account and has no policy yet. */
    void createPackage(Account owner, String packageName);

    /** A policy of the package; the result names it for {@link #removePublisher}. */
    String addPublisher(Account owner, String packageName, PublisherPolicy policy);

    /** A policy for a package that does not exist yet. */
    String addPendingPublisher(Account owner, String packageName, PublisherPolicy policy);

    /** Removes a policy. */
    void removePublisher(Account owner, String packageName, String publisher);

    /** Whether policies can be tried out and changed in the course of a run. */
    boolean isLive();

    /** What was asked for cannot be provisioned. */
    final class NotProvisionedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** What cannot be provisioned, and what would make it possible. */
        public NotProvisionedException(String message) {
            super(message);
        }
    }
}
