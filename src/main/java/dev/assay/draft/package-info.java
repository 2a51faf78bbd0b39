/** A new profile, made from answers or from one that it extends. */
@NullMarked
package dev.assay.draft;

import org.jspecify.annotations.NullMarked;
