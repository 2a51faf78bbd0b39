/** What the embedded registry does: exchanging ID tokens, keeping policies, taking uploads; no wire. */
@NullMarked
package dev.assay.reference.core;

import org.jspecify.annotations.NullMarked;
