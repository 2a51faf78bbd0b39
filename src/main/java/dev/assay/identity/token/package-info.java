/** Minting ID tokens, sound ones and forged ones. */
@NullMarked
package dev.assay.identity.token;

import org.jspecify.annotations.NullMarked;
