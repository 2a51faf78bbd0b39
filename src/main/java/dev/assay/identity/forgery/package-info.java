/** Named defects of ID tokens: the cases are data, the mechanisms are here. */
@NullMarked
package dev.assay.identity.forgery;

import org.jspecify.annotations.NullMarked;
