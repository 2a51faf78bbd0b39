/** The parties of a scenario that are reached over HTTP: identity provider, forge, and a host nobody should contact. */
@NullMarked
package dev.assay.identity.server;

import org.jspecify.annotations.NullMarked;
