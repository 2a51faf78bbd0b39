package dev.assay.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words what Java says in exception names: most I/O exceptions carry nothing but a path as their message. */
final class FileTrouble {
    private FileTrouble() {}

    static String reason(IOException trouble) {
        if (trouble instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (trouble instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (trouble instanceof NotDirectoryException || trouble instanceof FileAlreadyExistsException) {
            return "a file stands where a directory is needed";
        }
        if (trouble instanceof FileSystemException specific && specific.getReason() != null) {
            return specific.getReason();
        }
        var message = trouble.getMessage();
        return message == null ? trouble.getClass().getSimpleName() : message;
    }
}
