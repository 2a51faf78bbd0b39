/** YAML and JSON documents that people write: read with positions, checked against a schema, refused with file, line and remedy. */
@NullMarked
package dev.assay.document;

import org.jspecify.annotations.NullMarked;
