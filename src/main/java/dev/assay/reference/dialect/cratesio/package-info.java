/** The wire of crates.io, as read in rust-lang/crates.io at commit 57fa000 of 2026-08-21. */
@NullMarked
package dev.assay.reference.dialect.cratesio;

import org.jspecify.annotations.NullMarked;
