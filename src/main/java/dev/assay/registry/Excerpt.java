package dev.assay.registry;

/** The beginning of a text that may be endless. It ends between two words, so that no secret is cut in half. */
final class Excerpt {
    private Excerpt() {}

    /** The whole text, or its beginning with an ellipsis. */
    static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = longest;
        while (end > 0 && !Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
