/** How one registry speaks and what it promises, read from YAML into immutable records. */
@NullMarked
package dev.assay.profile;

import org.jspecify.annotations.NullMarked;
