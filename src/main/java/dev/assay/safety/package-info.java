/** Whom forged tokens may be sent to: kinds of addresses, what the user allows, what the operator consents to. */
@NullMarked
package dev.assay.safety;

import org.jspecify.annotations.NullMarked;
