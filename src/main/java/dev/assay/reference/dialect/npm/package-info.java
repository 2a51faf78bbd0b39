/** The wire of the npm registry, as its documentation, its API description and its client's traffic show it. */
@NullMarked
package dev.assay.reference.dialect.npm;

import org.jspecify.annotations.NullMarked;
