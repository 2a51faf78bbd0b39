package dev.assay.reference.dialect.pypi;

import dev.assay.reference.core.registry.RegistryToken;
import java.util.List;

/**
 * A registry token as a client presents it.
 *
 * @param token the one it is found as
 * @param isGenuine whether its signature fits
 * @param appended caveats that its holder has added
 */
record PresentedToken(RegistryToken token, boolean isGenuine, List<String> appended) {}
