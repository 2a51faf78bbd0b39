package dev.assay.reference.dialect.nuget;

import java.util.Map;
import java.util.stream.Collectors;

/** JSON as ASP.NET MVC's JavaScriptSerializer writes it: members in the order given, and characters of HTML escaped. */
final class AspNetJson {

    private AspNetJson() {}

    static String of(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + quoted(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String quoted(String text) {
        return text.chars().mapToObj(AspNetJson::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\'', '<', '>', '&', 0x85, 0x2028, 0x2029 -> "\\u%04x".formatted(c);
            default -> c < ' ' ? "\\u%04x".formatted(c) : Character.toString((char) c);
        };
    }
}
