/** What a run found out, as plain data: the content of {@code result.json}. Views read it; they never compute a verdict. */
@NullMarked
package dev.assay.result;

import org.jspecify.annotations.NullMarked;
