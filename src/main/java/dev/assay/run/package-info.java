/** From a plan to verdicts: selects scenarios, runs them in parallel through Cucumber, and classifies what they saw. */
@NullMarked
package dev.assay.run;

import org.jspecify.annotations.NullMarked;
