/** What the embedded registry holds: accounts, packages, policies, tokens, used ids, audit events. */
@NullMarked
package dev.assay.reference.core.registry;

import org.jspecify.annotations.NullMarked;
