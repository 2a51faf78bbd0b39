/** The wire of pub.dev, as read in dart-lang/pub-dev at commit 6992033 of 2026-08-20. */
@NullMarked
package dev.assay.reference.dialect.pubdev;

import org.jspecify.annotations.NullMarked;
