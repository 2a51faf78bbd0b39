/** One happy exchange and publish, explained: the tool to get a profile right. */
@NullMarked
package dev.assay.probe;

import org.jspecify.annotations.NullMarked;
