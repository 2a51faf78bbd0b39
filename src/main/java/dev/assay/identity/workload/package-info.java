/** A CI job's identity, before any provider has put it into a token. */
@NullMarked
package dev.assay.identity.workload;

import org.jspecify.annotations.NullMarked;
