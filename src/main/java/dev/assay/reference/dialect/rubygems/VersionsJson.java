package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.dialect.rubygems.Shelf.Gem;
import dev.assay.reference.dialect.rubygems.Shelf.Version;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gems and versions as JSON (rubygems/rubygems.org app/models/version.rb, app/models/rubygem.rb). */
record VersionsJson(Shelf shelf, URI baseUri) {

    private static final String SUFFIX = ".json";

    /** {@code GET /api/v1/versions/GEM.json}: newest first. */
    Answer versions(Request request) {
        return gem(request)
                .map(gem -> {
                    var newestFirst = new ArrayList<>(gem.versions());
                    Collections.reverse(newestFirst);
                    return Rails.json(
                            200, newestFirst.stream().map(this::listed).toList());
                })
                .orElseGet(ReadingAnswers::noGem);
    }

    /** {@code GET /api/v1/gems/GEM.json}: the newest version. */
    Answer newest(Request request) {
        return gem(request).map(gem -> Rails.json(200, shown(gem.newest()))).orElseGet(ReadingAnswers::noGem);
    }

    /** {@code GET /api/v2/rubygems/GEM/versions/NUMBER.json}. */
    Answer version(Request request) {
        var gem = shelf.find(request.pathParameter("gem"));
        if (gem.isEmpty()) {
            return ReadingAnswers.noGemOfThatVersion();
        }
        var number = withoutSuffix(request.pathParameter("number"));
        var platform = Optional.ofNullable(request.query().get("platform")).orElse("");
        return gem.get().versions().stream()
                .filter(version -> version.specification().version().equals(number))
                .filter(version ->
                        platform.isEmpty() || version.specification().platform().equals(platform))
                .findFirst()
                .map(version -> Rails.json(200, shown(version)))
                .orElseGet(ReadingAnswers::noVersion);
    }

    /** {@code GET /api/v1/attestations/FULL_NAME.json}: none were kept. */
    Answer attestations(Request request) {
        return shelf.version(withoutSuffix(request.pathParameter("fullName")))
                .map(version -> Rails.json(200, new Object[0]))
                .orElseGet(ReadingAnswers::noGem);
    }

    private Optional<Gem> gem(Request request) {
        return shelf.find(withoutSuffix(request.pathParameter("gem")));
    }

    private static String withoutSuffix(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    private Map<String, Object> listed(Version version) {
        var specification = version.specification();
        var members = new LinkedHashMap<String, Object>();
        members.put("authors", String.join(", ", specification.texts("authors")));
        members.put("built_at", Rails.time(version.file().uploadedAt()));
        members.put("created_at", Rails.time(version.file().uploadedAt()));
        members.put("description", specification.text("description"));
        members.put("summary", specification.text("summary"));
        members.put("number", specification.version());
        members.put("platform", specification.platform());
        members.put("prerelease", specification.isPrerelease());
        members.put("licenses", specification.texts("licenses"));
        members.put("sha", version.sha256());
        return members;
    }

    private Map<String, Object> shown(Version version) {
        var specification = version.specification();
        var members = new LinkedHashMap<String, Object>();
        members.put("name", specification.name());
        members.put("version", specification.version());
        members.putAll(listed(version));
        members.put("yanked", false);
        members.put("project_uri", baseUri + "/gems/" + specification.name());
        members.put("gem_uri", baseUri + "/gems/" + specification.fullName() + ".gem");
        return members;
    }
}
