package dev.assay.reference.dialect.npm;

import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.RegistryToken;
import java.util.List;

/**
 * What a policy's {@code permissions} let its registry tokens do (npm/api-documentation trust.yaml). They are kept as a
 * field of the policy, separated by commas.
 */
record Permissions(RegistryState state) {

    /** The field of a policy. */
    static final String FIELD = "permissions";

    static final String PUBLISH = "createPackage";
    static final String DIST_TAGS = "manageDistTags";

    /** The permissions of a policy. */
    static List<String> of(Publisher publisher) {
        return List.of(publisher.field(FIELD).split(","));
    }

    /** Whether every policy behind the token denies the action; a long-lived token has no policy. */
    boolean deny(RegistryToken token, String packageName, String action) {
        if (token.isLongLived()) {
            return false;
        }
        var policies = state.atomically(() -> state.policies().listed(packageName).stream()
                .filter(publisher -> token.grants().stream()
                        .anyMatch(grant -> grant.publisher().equals(publisher.id())))
                .toList());
        return !policies.isEmpty()
                && policies.stream().noneMatch(policy -> of(policy).contains(action));
    }
}
