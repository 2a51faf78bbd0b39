package dev.assay.identity.forgery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The members of a JSON object, in order; a name may occur twice.
 *
 * @param list as they stand in the token
 */
public record Members(List<Member> list) {

    public Members {
        list = List.copyOf(list);
    }

    /** Gives a member a value in its place, or adds it at the end. */
    public Members with(String name, String valueText) {
        if (list.stream().noneMatch(member -> member.isNamed(name))) {
            return plusLast(Member.of(name, valueText));
        }
        return each(member -> member.isNamed(name) ? member.withValue(valueText) : member);
    }

    /** Takes a member out. */
    public Members without(String name) {
        return new Members(list.stream().filter(member -> !member.isNamed(name)).toList());
    }

    Members plusFirst(Member member) {
        var more = new ArrayList<Member>();
        more.add(member);
        more.addAll(list);
        return new Members(more);
    }

    Members plusLast(Member member) {
        var more = new ArrayList<>(list);
        more.add(member);
        return new Members(more);
    }

    Members renamed(String name, String nameText) {
        return each(member -> member.isNamed(name) ? new Member(nameText, member.valueText()) : member);
    }

    Members reversed() {
        var other = new ArrayList<>(list);
        Collections.reverse(other);
        return new Members(other);
    }

    Members each(UnaryOperator<Member> change) {
        return new Members(list.stream().map(change).toList());
    }

    Optional<String> valueText(String name) {
        return list.stream()
                .filter(member -> member.isNamed(name))
                .map(Member::valueText)
                .reduce((earlier, later) -> later);
    }

    /** What a reader makes of it that lets the last of two equal names win; members that are no JSON are left out. */
    public Map<String, JsonNode> decoded() {
        var values = new LinkedHashMap<String, JsonNode>();
        for (var member : list) {
            member.name().ifPresent(name -> member.value().ifPresent(value -> values.put(name, value)));
        }
        return Collections.unmodifiableMap(values);
    }

    /** The object as JSON text without white space. */
    public String text() {
        return list.stream()
                .map(member -> member.nameText() + ":" + member.valueText())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
