/** The registry under test as everybody else sees it: through HTTP and its profile, and in no other way. */
@NullMarked
package dev.assay.registry;

import org.jspecify.annotations.NullMarked;
