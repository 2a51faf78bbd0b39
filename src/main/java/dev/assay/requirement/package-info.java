/** The requirement catalogue: what the guide demands, each statement with level, source and rationale. */
@NullMarked
package dev.assay.requirement;

import org.jspecify.annotations.NullMarked;
