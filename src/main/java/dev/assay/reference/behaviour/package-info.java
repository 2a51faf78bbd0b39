/** How the embedded registry decides, as immutable data bound from YAML; a defect is a merge patch over it. */
@NullMarked
package dev.assay.reference.behaviour;

import org.jspecify.annotations.NullMarked;
