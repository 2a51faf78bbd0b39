/** A throw-away certificate authority, so that simulated hosts can be reached over TLS. */
@NullMarked
package dev.assay.tls;

import org.jspecify.annotations.NullMarked;
