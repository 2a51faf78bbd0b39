/** Taking the text of an ID token apart. */
@NullMarked
package dev.assay.reference.core.token;

import org.jspecify.annotations.NullMarked;
