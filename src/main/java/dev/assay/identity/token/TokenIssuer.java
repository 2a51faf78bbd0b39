package dev.assay.identity.token;

import dev.assay.identity.key.SigningKey;

/** Who issues tokens, as far as minting needs to know. */
public interface TokenIssuer {

    /** The {@code iss} of its tokens. */
    String issuer();

    /** Where it publishes its keys. */
    String keySetUrl();

    /** What it signs with at present. */
    SigningKey signingKey();

    /** A key that it publishes beside the one it signs with; the same one if there is no other. */
    SigningKey otherKey();
}
