/** Asking a forge which immutable ids stand behind names. */
@NullMarked
package dev.assay.reference.core.forge;

import org.jspecify.annotations.NullMarked;
