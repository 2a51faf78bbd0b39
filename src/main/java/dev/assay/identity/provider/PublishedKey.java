package dev.assay.identity.provider;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One of the keys that a provider publishes side by side.
 *
 * @param keyId how it is named
 * @param certificate whether the key set shows its certificate
 */
public record PublishedKey(KeyIdStyle keyId, boolean certificate) {

    /** How a provider names a key. */
    public enum KeyIdStyle {
        /** A lower-case UUID. */
        @JsonProperty("uuid")
        UUID,
        /** The certificate's SHA-1 thumbprint as 40 upper-case hexadecimal digits. */
        @JsonProperty("thumbprint")
        THUMBPRINT
    }
}
