package dev.assay.reference.core.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * A token of five parts, at a library that tries to decrypt it although nobody gave it a key (nov/json-jwt
 * lib/json/jwe.rb): it trips over the missing key once it knows both algorithms.
 *
 * @param header the JOSE header
 */
record EncryptedToken(ObjectNode header) {

    private static final Set<String> KEY_ALGORITHMS =
            Set.of("RSA1_5", "RSA-OAEP", "A128KW", "A256KW", "dir", "ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW");

    private static final Set<String> CONTENT_ALGORITHMS =
            Set.of("A128GCM", "A256GCM", "A128CBC-HS256", "A256CBC-HS512");

    boolean isTried() {
        return KEY_ALGORITHMS.contains(header.path("alg").asText())
                && CONTENT_ALGORITHMS.contains(header.path("enc").asText());
    }
}
