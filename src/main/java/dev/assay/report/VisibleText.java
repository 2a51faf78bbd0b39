package dev.assay.report;

import java.util.regex.Pattern;

/**
 * Text from strangers, made safe to look at.
 *
 * <p>Bodies, headers and reason phrases come from the registry under test, and tokens are forged on purpose. A character
 * that draws nothing, or that changes how its neighbours are drawn (control characters, bidirectional overrides,
 * zero-width and unusual spaces, lone surrogates), is replaced by its code point, as in {@code ⟨U+202E⟩}, so that what a
 * person sees is what was sent (Unicode TR 36, §2.10). Line feeds and tabs stay; CR LF becomes LF.
 */
final class VisibleText {
    private static final char NOT_UTF_8 = '\uFFFD';
    private static final Pattern TEXT = Pattern.compile("[\\p{Print}\\s]{40,}");

    private VisibleText() {}

    /** What is text in a body that is not all text: a package's metadata often stands before and behind its bytes. */
    static String legible(String body) {
        if (body.indexOf(NOT_UTF_8) < 0) {
            return body;
        }
        var legible = new StringBuilder();
        var end = 0;
        var text = TEXT.matcher(body);
        while (text.find()) {
            appendIllegible(legible, text.start() - end);
            legible.append(text.group());
            end = text.end();
        }
        appendIllegible(legible, body.length() - end);
        return legible.toString();
    }

    private static void appendIllegible(StringBuilder legible, int length) {
        if (length > 0) {
            legible.append("(").append(length).append(" characters that are no text)");
        }
    }

    /** Plain text for a terminal or an XML file. */
    static String plain(String text) {
        var visible = new StringBuilder(text.length());
        text.codePoints().forEach(new Plain(visible)::accept);
        return visible.toString().replace("⟨U+000D⟩\n", "\n");
    }

    /** Plain text in a single line: white space of any length becomes one space. */
    static String line(String text) {
        return plain(text).strip().replaceAll("\\s+", " ");
    }

    /** Text for HTML, in an element or in a quoted attribute. */
    static String html(String text) {
        var plain = plain(text);
        var html = new StringBuilder(plain.length() + plain.length() / 8);
        for (int i = 0; i < plain.length(); i++) {
            appendEscaped(html, plain.charAt(i));
        }
        return html.toString();
    }

    /** Text for an HTML element, never for an attribute: quotes stay, because JSON has so many. */
    static String content(String text) {
        return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** As {@link #content}, with the code point after every character beyond ASCII, so that look-alikes stand out. */
    static String contentOfAscii(String text) {
        var spelled = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            spelled.appendCodePoint(c);
            if (c > '~' && !hidden(c)) {
                spelled.append(name(c));
            }
        });
        return content(spelled.toString());
    }

    private static void appendEscaped(StringBuilder html, char c) {
        switch (c) {
            case '&' -> html.append("&amp;");
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            default -> html.append(c);
        }
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\t';
            case Character.SPACE_SEPARATOR -> c != ' ';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String name(int c) {
        return String.format("⟨U+%04X⟩", c);
    }

    private record Plain(StringBuilder visible) {
        void accept(int c) {
            if (hidden(c)) {
                visible.append(name(c));
            } else {
                visible.appendCodePoint(c);
            }
        }
    }
}
