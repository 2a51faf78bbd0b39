/** What changed between two results: verdicts, deviations, durations. */
@NullMarked
package dev.assay.comparison;

import org.jspecify.annotations.NullMarked;
