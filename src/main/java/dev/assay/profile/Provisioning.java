package dev.assay.profile;

import java.util.Map;
import java.util.Optional;

/**
 * How accounts, packages and policies come into being on a target.
 *
 * @param by {@link Means#HTTP}: through the operations below; {@link Means#MANUAL}: the operator enters what
 *     {@code assay plan} prints, and the run assumes it
 * @param note shown to the reader of a report, such as that a web form is stood in for
 * @param operations by name: {@code account}, {@code package}, {@code publisher}, {@code furtherPublisher} (for a further
 *     issuer of an identity provider), {@code removePublisher},
 *     {@code pendingPublisher}, {@code packageDetails}, {@code longLivedToken}, {@code refuseLongLivedTokens},
 *     {@code revokeToken}, {@code advanceClock}, {@code events}
 * @param plan template that renders a plan in the registry's own configuration language, for manual provisioning
 */
public record Provisioning(Means by, Optional<String> note, Map<String, Operation> operations, Optional<String> plan) {

    public Provisioning {
        operations = operations == null ? Map.of() : Map.copyOf(operations);
    }

    /** The operation of that name, if the profile says how. */
    public Optional<Operation> operation(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    /** Who enters policies. */
    public enum Means {
        HTTP,
        MANUAL
    }
}
