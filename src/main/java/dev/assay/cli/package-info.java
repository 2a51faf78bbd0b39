/** One class a command: options in, one call, exit code out. */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
