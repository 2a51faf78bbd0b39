/** The wire of the Python Package Index, as read in pypi/warehouse at commit 6b62157 of 2026-08-21. */
@NullMarked
package dev.assay.reference.dialect.pypi;

import org.jspecify.annotations.NullMarked;
