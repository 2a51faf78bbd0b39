package dev.assay.reference.dialect.rubygems;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * A specification as {@code Gem::Specification#_dump} writes it (rubygems/rubygems lib/rubygems/specification.rb), which is
 * what {@code gem} reads before it fetches or installs.
 */
final class SpecificationDump {

    private static final int FIELDS = 19;
    private static final int FIRST_YEAR = 1900;

    private SpecificationDump() {}

    static byte[] of(GemSpecification gem) {
        return new MarshalWriter().dumped("Gem::Specification", fields(gem)).bytes();
    }

    static void version(MarshalWriter out, String version) {
        out.dumped("Gem::Version").array(1).text(version);
    }

    private static byte[] fields(GemSpecification gem) {
        var out = new MarshalWriter().array(FIELDS);
        out.text(gem.text("rubygems_version")).integer(4).text(gem.name());
        version(out, gem.version());
        date(out, gem.text("date"));
        out.text(gem.text("summary"));
        requirement(out, Requirement.of(gem.yaml().path("required_ruby_version")));
        requirement(out, Requirement.of(gem.yaml().path("required_rubygems_version")));
        out.text(gem.platform());
        dependencies(out, Dependency.of(gem));
        // what was the name of a forge that is gone
        out.text("");
        optional(out, gem.text("email"));
        out.texts(gem.texts("authors"));
        optional(out, gem.text("description"));
        optional(out, gem.text("homepage"));
        out.yes();
        out.text(gem.platform()).texts(gem.texts("licenses"));
        metadata(out, gem);
        return out.bytes();
    }

    private static void optional(MarshalWriter out, String text) {
        if (text.isEmpty()) {
            out.nil();
        } else {
            out.text(text);
        }
    }

    private static void metadata(MarshalWriter out, GemSpecification gem) {
        var entries = gem.yaml().path("metadata").properties();
        out.hash(entries.size());
        entries.forEach(entry -> out.text(entry.getKey()).text(entry.getValue().asText()));
    }

    private static void requirement(MarshalWriter out, Requirement requirement) {
        out.dumped("Gem::Requirement").array(1).array(requirement.bounds().size());
        for (var bound : requirement.bounds()) {
            out.array(2).text(bound.operator());
            version(out, bound.version());
        }
    }

    private static void dependencies(MarshalWriter out, List<Dependency> dependencies) {
        out.array(dependencies.size());
        for (var dependency : dependencies) {
            out.object("Gem::Dependency", 4)
                    .symbol("@name")
                    .text(dependency.name())
                    .symbol("@requirement");
            requirement(out, dependency.requirement());
            out.symbol("@type")
                    .symbol(dependency.type().replace(":", ""))
                    .symbol("@prerelease")
                    .no();
        }
    }

    /** Two words of packed fields: year, month, day and hour; minute, second and microsecond (ruby/ruby time.c). */
    private static void date(MarshalWriter out, String text) {
        var day = day(text);
        var first = 1 << 31
                | 1 << 30
                | (day.getYear() - FIRST_YEAR) << 14
                | (day.getMonthValue() - 1) << 10
                | day.getDayOfMonth() << 5;
        out.dumped(
                "Time",
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(first)
                        .putInt(0)
                        .array());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.replaceFirst("[ T].*$", ""));
        } catch (DateTimeParseException none) {
            return LocalDate.EPOCH;
        }
    }
}
