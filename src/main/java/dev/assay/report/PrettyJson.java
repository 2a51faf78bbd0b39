package dev.assay.report;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.util.Optional;

/**
 * Indents JSON without understanding it: every string, number and duplicate member stays exactly as it was sent, because
 * the spelling may be what is being tested. Small arrays and objects stay on one line.
 */
final class PrettyJson {
    private static final int LINE = 72;
    private static final int DEEPEST = 40;

    private final String text;
    private final StringBuilder out;
    private int position;

    private PrettyJson(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length() + text.length() / 4);
    }

    /** The indented text, or nothing if this is no JSON object or array, or one nested absurdly deep. */
    static Optional<String> of(String text) {
        var start = text.stripLeading();
        if (!(start.startsWith("{") || start.startsWith("[")) || !isShallowJson(text)) {
            return Optional.empty();
        }
        var pretty = new PrettyJson(text.strip());
        pretty.value(0);
        return Optional.of(pretty.out.toString());
    }

    private static boolean isShallowJson(String text) {
        try (var parser = new JsonFactory().createParser(text)) {
            int depth = 0;
            int roots = 0;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                roots += depth == 0 ? 1 : 0;
                if (depth > DEEPEST) {
                    return false;
                }
            }
            return roots == 1;
        } catch (IOException e) {
            return false;
        }
    }

    private void value(int depth) {
        char c = text.charAt(position);
        if (c == '{' || c == '[') {
            var closing = c == '{' ? '}' : ']';
            if (depth == 0 || !shortContainer(closing)) {
                container(closing, depth + 1);
            }
        } else {
            out.append(scalar());
        }
    }

    private void container(char closing, int depth) {
        out.append(text.charAt(position++));
        skipSpace();
        if (text.charAt(position) == closing) {
            out.append(text.charAt(position++));
            return;
        }
        while (text.charAt(position) != closing) {
            newLine(depth);
            element(depth);
            skipSpace();
            if (text.charAt(position) == ',') {
                out.append(text.charAt(position++));
                skipSpace();
            }
        }
        newLine(depth - 1);
        out.append(text.charAt(position++));
    }

    private void element(int depth) {
        value(depth);
        skipSpace();
        if (text.charAt(position) == ':') {
            position++;
            out.append(": ");
            skipSpace();
            value(depth);
        }
    }

    /** Prints an object or array that holds only scalars and fits on a line; otherwise leaves everything as it was. */
    private boolean shortContainer(char closing) {
        int from = position;
        int printed = out.length();
        out.append(text.charAt(position++));
        skipSpace();
        while (text.charAt(position) != closing) {
            char c = text.charAt(position);
            if (c == '{' || c == '[' || out.length() - printed > LINE) {
                position = from;
                out.setLength(printed);
                return false;
            }
            if (c == ',' || c == ':') {
                out.append(c).append(' ');
                position++;
            } else {
                out.append(scalar());
            }
            skipSpace();
        }
        out.append(text.charAt(position++));
        return true;
    }

    private String scalar() {
        int from = position;
        if (text.charAt(position) == '"') {
            do {
                position += text.charAt(position) == '\\' ? 2 : 1;
            } while (text.charAt(position) != '"');
            position++;
        } else {
            while (position < text.length() && ",:]} \t\r\n".indexOf(text.charAt(position)) < 0) {
                position++;
            }
        }
        return text.substring(from, position);
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private void newLine(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }
}
