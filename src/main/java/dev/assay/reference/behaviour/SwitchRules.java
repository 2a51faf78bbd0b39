package dev.assay.reference.behaviour;

import java.util.List;

/**
 * What the operator can switch off.
 *
 * @param trustedPublishing trusted publishing as a whole
 * @param disabledProviders kinds of identity provider that are off
 * @param uploads uploads as a whole
 * @param newPackages new packages
 */
public record SwitchRules(
        boolean trustedPublishing, List<String> disabledProviders, boolean uploads, boolean newPackages) {}
