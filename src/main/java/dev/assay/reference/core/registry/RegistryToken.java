package dev.assay.reference.core.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A token of the registry's own.
 *
 * @param id by which it is found
 * @param secret 64 hexadecimal digits
 * @param text as it was handed out
 * @param grants what it may do; none for a long-lived token
 * @param everyPackage whether it works for every package
 * @param account whose long-lived token it is
 * @param onlyPackages what a long-lived token is limited to; none for no limit
 * @param notBefore from when it works
 * @param expiresAt from when it does not; {@link Instant#MAX} for a long-lived token
 * @param workload who exchanged an ID token for it: claim values by claim name
 */
public record RegistryToken(
        UUID id,
        String secret,
        String text,
        List<Grant> grants,
        boolean everyPackage,
        Optional<String> account,
        Set<String> onlyPackages,
        Instant notBefore,
        Instant expiresAt,
        Map<String, String> workload) {

    /** Copies the collections. */
    public RegistryToken {
        grants = List.copyOf(grants);
        onlyPackages = Set.copyOf(onlyPackages);
        workload = Map.copyOf(workload);
    }

    /** Whether an account made it, rather than an exchange. */
    public boolean isLongLived() {
        return account.isPresent();
    }

    /** A copy as it was handed out. */
    public RegistryToken withText(String handedOut) {
        return new RegistryToken(
                id, secret, handedOut, grants, everyPackage, account, onlyPackages, notBefore, expiresAt, workload);
    }

    /** Never shows the secret nor the text. */
    @Override
    public String toString() {
        return "registry token " + id;
    }
}
