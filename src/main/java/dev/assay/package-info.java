/** Assay: a conformance test harness for trusted publishing. */
@NullMarked
package dev.assay;

import org.jspecify.annotations.NullMarked;
