package dev.assay.identity.forgery;

/** Writes JSON strings; everything else of a forged token is given as text. */
final class JsonText {

    private JsonText() {}

    static String quoted(String value) {
        return '"' + escaped(value) + '"';
    }

    /** What stands between the quotation marks: as little escaped as RFC 8259 §7 allows. */
    static String escaped(String value) {
        var text = new StringBuilder(value.length() + 2);
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                text.append(unicodeEscape(c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Every character of a JSON string written as a Unicode escape: another text, the same value. */
    static String fullyEscaped(String value) {
        var text = new StringBuilder("\"");
        value.chars().forEach(c -> text.append(unicodeEscape((char) c)));
        return text.append('"').toString();
    }

    private static String unicodeEscape(char c) {
        return String.format("\\u%04x", (int) c);
    }
}
