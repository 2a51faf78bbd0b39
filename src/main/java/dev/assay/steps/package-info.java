/** Gherkin glue: the only place where a sentence becomes calls. Each scenario has a {@link dev.assay.steps.World} of its own. */
@NullMarked
package dev.assay.steps;

import org.jspecify.annotations.NullMarked;
