/** The wire of RubyGems.org. */
@NullMarked
package dev.assay.reference.dialect.rubygems;

import org.jspecify.annotations.NullMarked;
