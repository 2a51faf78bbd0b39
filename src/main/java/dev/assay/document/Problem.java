package dev.assay.document;

/**
 * Something wrong in a document.
 *
 * @param file name of the document, as the user gave it
 * @param line counts from 1; 0 when the position is unknown
 * @param column counts from 1; 0 when the position is unknown
 * @param path where in the document, such as {@code exchange.granted.status}; empty for the whole
 * @param message what is wrong and what was expected
 */
public record Problem(String file, int line, int column, String path, String message) {

    /** One line: {@code file:line:column: path: message}. */
    @Override
    public String toString() {
        var position = line > 0 ? file + ":" + line + ":" + column : file;
        return path.isEmpty() ? position + ": " + message : position + ": " + path + ": " + message;
    }
}
