/** Assay's own interface to the embedded registry: accounts, packages, policies, clock, events. */
@NullMarked
package dev.assay.reference.administration;

import org.jspecify.annotations.NullMarked;
