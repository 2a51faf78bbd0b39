package dev.assay.reference.core.key;

import com.nimbusds.jose.jwk.JWK;
import java.util.List;

/**
 * What a search for keys found.
 *
 * @param keys the keys of which one must verify the signature
 * @param signatureSkipped whether the signature is not verified at all: the registry fails open
 */
public record FoundKeys(List<JWK> keys, boolean signatureSkipped) {

    static FoundKeys of(List<JWK> keys) {
        return new FoundKeys(List.copyOf(keys), false);
    }

    static FoundKeys skipped() {
        return new FoundKeys(List.of(), true);
    }
}
