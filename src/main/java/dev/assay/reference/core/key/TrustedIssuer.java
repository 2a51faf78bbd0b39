package dev.assay.reference.core.key;

/**
 * An issuer that the registry supports, as a token named it.
 *
 * @param kind the kind of identity provider, such as {@code github}
 * @param configured the issuer as the registry knows it
 * @param asserted the issuer as the token spells it
 */
public record TrustedIssuer(String kind, String configured, String asserted) {}
