/** What each identity provider puts into its tokens, its discovery document and its key set. */
@NullMarked
package dev.assay.identity.provider;

import org.jspecify.annotations.NullMarked;
