/** A forward proxy that leads the hosts of identity providers and forges to simulated ones, and nowhere else. */
@NullMarked
package dev.assay.proxy;

import org.jspecify.annotations.NullMarked;
