/** HTTP servers that only this machine can reach, and addresses that are used again. */
@NullMarked
package dev.assay.loopback;

import org.jspecify.annotations.NullMarked;
