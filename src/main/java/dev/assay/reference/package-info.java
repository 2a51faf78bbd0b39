/** The embedded registry: a model of a real one, or a strict one, that a run can be held against on one machine. */
@NullMarked
package dev.assay.reference;

import org.jspecify.annotations.NullMarked;
