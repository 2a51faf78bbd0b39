package dev.assay.reference.dialect.pypi;

import dev.assay.reference.core.registry.FileContent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an upload must look like (pypi/warehouse warehouse/forklift/forms.py, legacy.py). */
final class UploadRules {

    private static final List<String> METADATA_VERSIONS =
            List.of("1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5");

    /** PEP 440 without a local part. */
    private static final Pattern VERSION = Pattern.compile(
            "v?(\\d+!)?\\d+(\\.\\d+)*([-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?\\d*)?"
                    + "(-\\d+|[-_.]?(post|rev|r)[-_.]?\\d*)?([-_.]?dev[-_.]?\\d*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> DIGESTS =
            Map.of("md5_digest", "MD5", "sha256_digest", "SHA-256", "blake2_256_digest", Digests.BLAKE2B_256);

    private UploadRules() {}

    /** What is wrong with the form and the metadata; empty if nothing. */
    static Optional<String> formProblem(UploadForm form) {
        var protocol = form.first("protocol_version");
        if (!protocol.isEmpty() && !protocol.equals("1")) {
            return Optional.of("Unknown protocol version.");
        }
        if (!METADATA_VERSIONS.contains(form.first("metadata_version"))) {
            return invalid(form, "metadata_version", "is not a valid metadata version");
        }
        if (new PypiNaming().objection(form.first("name")).isPresent()) {
            return invalid(form, "name", "is not a valid name");
        }
        if (!VERSION.matcher(form.first("version")).matches()) {
            return invalid(form, "version", "is not a valid version");
        }
        if (DIGESTS.keySet().stream().allMatch(digest -> form.first(digest).isEmpty())) {
            return Optional.of("Include at least one message digest.");
        }
        return typeProblem(form);
    }

    /** What is wrong with the file; empty if nothing. */
    static Optional<String> fileProblem(UploadForm form, FileContent content) {
        for (var digest : DIGESTS.entrySet()) {
            var expected = form.first(digest.getKey()).toLowerCase(Locale.ROOT);
            if (!expected.isEmpty() && !expected.equals(Digests.hex(content, digest.getValue()))) {
                return Optional.of("The digest supplied does not match a digest calculated from the uploaded file.");
            }
        }
        return fileNameProblem(form).or(() -> Archives.problem(form.fileName(), content));
    }

    private static Optional<String> typeProblem(UploadForm form) {
        var type = form.first("filetype");
        if (!type.equals("sdist") && !type.equals("bdist_wheel")) {
            return Optional.of("Invalid value for filetype. Error: Use a known file type.");
        }
        var python = form.first("pyversion");
        if (type.equals("bdist_wheel") && python.isEmpty()) {
            return Optional.of(
                    "Invalid value for pyversion. Error: Python version is required for binary distribution uploads.");
        }
        if (type.equals("sdist") && !python.isEmpty() && !python.equals("source")) {
            return Optional.of("Invalid value for pyversion. Error: Use 'source' as Python version for an sdist.");
        }
        if (form.content().isEmpty()) {
            return Optional.of("Upload payload does not have a file.");
        }
        return form.mediaType().startsWith("image/") ? Optional.of("Invalid distribution file.") : Optional.empty();
    }

    private static Optional<String> fileNameProblem(UploadForm form) {
        var fileName = form.fileName();
        if (fileName.contains("/") || fileName.contains("\\")) {
            return Optional.of("Cannot upload a file with '/' or '\\' in the name.");
        }
        var suffix = form.first("filetype").equals("sdist") ? ".tar.gz" : ".whl";
        var zipSdist = form.first("filetype").equals("sdist") && fileName.endsWith(".zip");
        if (!fileName.endsWith(suffix) && !zipSdist) {
            return Optional.of("Invalid file extension: Use %s extension for %s uploads."
                    .formatted(suffix, form.first("filetype")));
        }
        var naming = new PypiNaming();
        var expected = naming.normalized(form.first("name")) + "-";
        return naming.normalized(fileName).startsWith(expected)
                ? Optional.empty()
                : Optional.of(
                        "Start filename for '%s' with '%s'.".formatted(form.first("name"), expected.replace("-", "_")));
    }

    private static Optional<String> invalid(UploadForm form, String field, String problem) {
        return Optional.of("'%s' is an invalid value for %s. Error: it %s."
                .formatted(
                        form.first(field),
                        field.substring(0, 1).toUpperCase(Locale.ROOT)
                                + field.substring(1).replace('_', '-'),
                        problem));
    }
}
