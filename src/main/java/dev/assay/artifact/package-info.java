/** The smallest valid package of each ecosystem. */
@NullMarked
package dev.assay.artifact;

import org.jspecify.annotations.NullMarked;
