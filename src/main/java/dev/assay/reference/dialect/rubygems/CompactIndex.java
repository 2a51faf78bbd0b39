package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.core.registry.FileContent;
import dev.assay.reference.dialect.rubygems.Shelf.Gem;
import dev.assay.reference.dialect.rubygems.Shelf.Version;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** The compact index: texts that Bundler and newer versions of {@code gem} read. */
record CompactIndex(Shelf shelf) {

    /** {@code GET /info/GEM}. */
    Answer info(Request request) {
        return shelf.find(request.pathParameter("gem"))
                .map(gem -> Rails.text(200, info(gem)))
                .orElseGet(ReadingAnswers::noGem);
    }

    /** {@code GET /versions}. */
    Answer versions(Request request) {
        var lines = shelf.gems().stream().map(CompactIndex::line).collect(Collectors.joining());
        return Rails.text(200, "created_at: 2026-01-01T00:00:00Z\n---\n" + lines);
    }

    /** {@code GET /names}. */
    Answer names(Request request) {
        return Rails.text(
                200,
                "---\n" + shelf.gems().stream().map(gem -> gem.name() + "\n").collect(Collectors.joining()));
    }

    private static String line(Gem gem) {
        var numbers = gem.versions().stream()
                .map(version -> version.specification().number())
                .collect(Collectors.joining(","));
        var digest = new FileContent(info(gem).getBytes(StandardCharsets.UTF_8)).digest("MD5");
        return "%s %s %s\n".formatted(gem.name(), numbers, digest);
    }

    private static String info(Gem gem) {
        return "---\n" + gem.versions().stream().map(CompactIndex::line).collect(Collectors.joining());
    }

    private static String line(Version version) {
        var specification = version.specification();
        var dependencies = Dependency.of(specification).stream()
                .filter(Dependency::isForRunning)
                .map(dependency ->
                        dependency.name() + ":" + dependency.requirement().text("&"))
                .collect(Collectors.joining(","));
        return "%s %s|checksum:%s%s%s,created_at:%s\n"
                .formatted(
                        specification.number(),
                        dependencies,
                        version.sha256(),
                        constraint(specification, "ruby", "required_ruby_version"),
                        constraint(specification, "rubygems", "required_rubygems_version"),
                        version.file().uploadedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String constraint(GemSpecification specification, String name, String member) {
        var requirement = Requirement.of(specification.yaml().path(member));
        return requirement.isAnything() ? "" : "," + name + ":" + requirement.text("&");
    }
}
