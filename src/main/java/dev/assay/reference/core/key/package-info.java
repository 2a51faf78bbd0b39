/** Finding the keys that verify an ID token. */
@NullMarked
package dev.assay.reference.core.key;

import org.jspecify.annotations.NullMarked;
