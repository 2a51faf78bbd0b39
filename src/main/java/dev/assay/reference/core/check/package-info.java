/** The checks an ID token is put to, one class each. */
@NullMarked
package dev.assay.reference.core.check;

import org.jspecify.annotations.NullMarked;
