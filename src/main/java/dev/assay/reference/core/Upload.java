package dev.assay.reference.core;

import dev.assay.reference.core.registry.FileContent;
import dev.assay.reference.core.registry.StoredFile;
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
        String packageName, String version, String fileName, FileContent content, Map<String, List<String>> metadata) {

    /** The same content under the version and the name of another file. */
    Upload inPlaceOf(StoredFile file) {
        return new Upload(packageName, file.version(), file.name(), content, metadata);
    }
}
