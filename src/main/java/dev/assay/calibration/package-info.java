/** The suite, tried on registries with known defects: does it report exactly what is wrong with each? */
@NullMarked
package dev.assay.calibration;

import org.jspecify.annotations.NullMarked;
