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

    /** The target does not let anybody do what was asked for; nothing follows from that about the registry. */
    final class UnsupportedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** What cannot be done, and why. */
        public UnsupportedException(String message) {
            super(message);
        }
    }

    /** What was asked for was tried, and did not come about. */
    final class NotProvisionedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;

        /** What did not come about, and what became of the attempt. */
        NotProvisionedException(String message, Outcome outcome) {
            super(message);
            this.outcome = outcome;
        }

        /** Whether the registry said no, in an orderly way. */
        public boolean wasRefused() {
            return outcome instanceof Outcome.Refused;
        }
    }
}
