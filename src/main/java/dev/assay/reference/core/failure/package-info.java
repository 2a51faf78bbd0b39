/** How an exchange can fail. */
@NullMarked
package dev.assay.reference.core.failure;

import org.jspecify.annotations.NullMarked;
