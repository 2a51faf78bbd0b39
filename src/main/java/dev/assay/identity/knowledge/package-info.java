/** What is known about the outside world: YAML files, checked against a JSON Schema when they are read. */
@NullMarked
package dev.assay.identity.knowledge;

import org.jspecify.annotations.NullMarked;
