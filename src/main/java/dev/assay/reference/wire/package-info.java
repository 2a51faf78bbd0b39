/** Reading requests and writing answers, whatever the dialect. */
@NullMarked
package dev.assay.reference.wire;

import org.jspecify.annotations.NullMarked;
