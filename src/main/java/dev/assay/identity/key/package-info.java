/** The keys that identity providers and attackers sign with. */
@NullMarked
package dev.assay.identity.key;

import org.jspecify.annotations.NullMarked;
