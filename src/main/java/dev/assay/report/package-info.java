/** Everything a person or another program reads after a run, made from {@link dev.assay.result} alone. */
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
