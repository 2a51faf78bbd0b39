/** Simulated identity providers: who a CI job says it is, how that becomes an ID token, and how the token can be forged. */
@NullMarked
package dev.assay.identity;

import org.jspecify.annotations.NullMarked;
