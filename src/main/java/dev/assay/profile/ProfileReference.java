package dev.assay.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a profile may say, member by member, read from the schema. */
public final class ProfileReference {
    private static final String SCHEMA = "profiles/profile.schema.json";
    private static final List<String> PARTS = List.of("operation", "request", "answer");

    private final JsonNode schema;

    private ProfileReference(JsonNode schema) {
        this.schema = schema;
    }

    /**
     * A member of a profile.
     *
     * @param path dotted; {@code *} stands for any name, {@code []} for every item
     * @param kind what its value is, such as {@code text} or {@code list of numbers}
     * @param needed whether it has to be there when what holds it is
     * @param description what it means
     */
    public record Member(String path, String kind, boolean needed, String description) {}

    /** That of the schema that ships. */
    public static ProfileReference shipped() {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException(SCHEMA + " is not shipped");
            }
            return new ProfileReference(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every member of a profile; those of operations, requests and answers once, below these words. */
    public List<Member> members() {
        var members = new ArrayList<>(profile());
        PARTS.forEach(part -> members.addAll(part(part)));
        return members;
    }

    private List<Member> profile() {
        return membersOf("", schema);
    }

    private List<Member> part(String name) {
        return membersOf(name + ".", schema.at("/$defs/" + name));
    }

    private List<Member> membersOf(String prefix, JsonNode object) {
        var members = new ArrayList<Member>();
        var needed = texts(object.path("required"));
        object.path("properties").properties().forEach(property -> {
            var path = prefix + property.getKey();
            members.add(new Member(
                    path,
                    kind(property.getValue()),
                    needed.contains(property.getKey()),
                    description(property.getValue())));
            members.addAll(below(path, property.getValue()));
        });
        return members;
    }

    private List<Member> below(String path, JsonNode value) {
        var any = value.path("additionalProperties");
        if (any.isObject() && any.has("properties")) {
            return membersOf(path + ".*.", any);
        }
        return value.path("items").has("properties")
                ? membersOf(path + "[].", value.path("items"))
                : membersOf(path + ".", value);
    }

    private static String description(JsonNode value) {
        return value.path("description").asText();
    }

    private static String kind(JsonNode value) {
        if (value.has("$ref")) {
            return value.path("$ref").asText().replace("#/$defs/", "");
        }
        if (value.has("enum")) {
            return "one of " + String.join(", ", texts(value.path("enum")));
        }
        return switch (value.path("type").asText()) {
            case "array" ->
                "list of "
                        + (value.path("items").has("enum")
                                ? String.join(", ", texts(value.at("/items/enum")))
                                : several(kind(value.path("items"))));
            case "object" -> value.path("additionalProperties").isObject() ? map(value) : "object";
            case "string" -> "text";
            case "integer" -> "number";
            case "boolean" -> "true or false";
            default -> "anything";
        };
    }

    private static String map(JsonNode value) {
        var names = texts(value.at("/propertyNames/enum"));
        var kinds = several(kind(value.path("additionalProperties")));
        return kinds + " by name" + (names.isEmpty() ? "" : ": " + String.join(", ", names));
    }

    private static String several(String kind) {
        return kind.startsWith("list of ") ? "lists of " + kind.substring("list of ".length()) : kind + "s";
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The page for people, ended by a line feed. */
    public String markdown() {
        var page = new StringBuilder("""
                # What a profile says

                Made from `profiles/profile.schema.json`; do not edit. Made anew by

                    java -jar target/assay.jar list profile-members --markdown > docs/profiles.md

                A profile is a YAML file that describes how one registry speaks and what it promises. `assay init` writes a first
                one, `assay validate` names every mistake with line and column, `assay probe` tries it
                ([getting started](getting-started.md)). A file that `extends` another says only what differs. `*` stands for any
                name, `[]` for every item of a list; **bold** members have to be there, inherited or not, when what holds them is.
                What a file says twice can be written once, as `&name`, and again as `*name`, or as `<<: *name` among members.

                Templates are [Qute](https://quarkus.io/guides/qute-reference): `{name}` is replaced by a value. Every text value
                has `.json` (escaped for a JSON string), `.path` (percent-encoded as one path segment), `.segment` (the same, but
                characters such as `@` stay) and `.base64`. `{run.id}`, `{target.url}`, `{target.host}` and `{target.authority}`
                are known everywhere; what else is known stands with the operation. A literal brace is written `\\{`. Versions are
                three numbers, the last of up to ten digits.

                | member | value | meaning |
                |---|---|---|
                """);
        profile().forEach(member -> page.append(row(member)));
        headings().forEach((part, text) -> {
            page.append("\n## ")
                    .append(part.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(part.substring(1));
            page.append("\n\n").append(text).append("\n\n| member | value | meaning |\n|---|---|---|\n");
            part(part).forEach(member -> page.append(row(member)));
        });
        return page.toString();
    }

    private Map<String, String> headings() {
        return PARTS.stream()
                .collect(Collectors.toMap(
                        part -> part,
                        part -> description(schema.at("/$defs/" + part)),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    private static String row(Member member) {
        var path = member.needed() ? "**`" + member.path() + "`**" : "`" + member.path() + "`";
        return "| " + path + " | " + linked(cell(member.kind())) + " | " + cell(member.description()) + " |\n";
    }

    private static String linked(String kind) {
        return kind.replaceFirst("^(lists? of )?(operation|request|answer)(s?)(?= by name|$)", "$1[$2$3](#$2)");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
    }
}
