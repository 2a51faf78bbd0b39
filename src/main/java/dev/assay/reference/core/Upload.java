package dev.assay.reference.core;

import dev.assay.reference.core.registry.FileContent;
import java.util.List;
import java.util.Map;

/**
 * A file that somebody wants to publish.
 *
 * @param packageName as the upload spells it
 * @param version of the package
 * @param fileName as it will be offered
 * @param content its bytes
 * @param metadata what else the upload says, by field, in order
 */
public record Upload(
        String packageName, String version, String fileName, FileContent content, Map<String, List<String>> metadata) {}
