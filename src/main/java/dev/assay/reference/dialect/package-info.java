/** The wires that the embedded registry speaks. */
@NullMarked
package dev.assay.reference.dialect;

import org.jspecify.annotations.NullMarked;
