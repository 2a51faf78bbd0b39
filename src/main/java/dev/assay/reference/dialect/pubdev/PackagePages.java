package dev.assay.reference.dialect.pubdev;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.behaviour.PublishingRules.Visibility;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.StoredFile;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What readers can see (dart-lang/pub doc/repository-spec-v2.md). */
record PackagePages(RegistryState state, URI baseUri, Visibility visibility) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    Answer ofPackage(Request request) throws ApiProblem {
        var name = request.pathParameter("name");
        var files = files(name);
        if (files.isEmpty()) {
            throw noPackage(name);
        }
        var members = new LinkedHashMap<String, Object>();
        members.put("name", name);
        members.put("latest", version(name, files.get(files.size() - 1)));
        members.put("versions", files.stream().map(file -> version(name, file)).toList());
        return ApiAnswers.json(200, members);
    }

    Answer ofVersion(Request request) throws ApiProblem {
        var name = request.pathParameter("name");
        var number = request.pathParameter("version");
        var files = files(name);
        if (files.isEmpty()) {
            throw noPackage(name);
        }
        return files.stream()
                .filter(file -> file.version().equals(number))
                .findFirst()
                .map(file -> ApiAnswers.json(200, version(name, file)))
                .orElseThrow(() ->
                        ApiProblem.notFound("Could not find `package \"%s\" version \"%s\"`.".formatted(name, number)));
    }

    Answer archive(Request request) throws ApiProblem {
        var fileName = request.pathParameter("file");
        return state.atomically(() -> state.packages().all()).stream()
                .flatMap(entry -> files(entry.name()).stream())
                .filter(file -> file.name().equals(fileName))
                .findFirst()
                .map(file ->
                        Answer.bytes("application/octet-stream", file.content().bytes()))
                .orElseThrow(() -> ApiProblem.notFound("Could not find `archive \"%s\"`.".formatted(fileName)));
    }

    private List<StoredFile> files(String name) {
        return visibility == Visibility.HIDDEN
                ? List.of()
                : state.atomically(() -> state.packages().find(name).map(PackageEntry::files))
                        .orElse(List.of());
    }

    private Map<String, Object> version(String name, StoredFile file) {
        var members = new LinkedHashMap<String, Object>();
        members.put("version", file.version());
        members.put("pubspec", pubspec(file));
        members.put("archive_url", "%s/api/archives/%s-%s.tar.gz".formatted(baseUri, name, file.version()));
        members.put("archive_sha256", file.content().digest("SHA-256"));
        members.put("published", TIME.format(file.uploadedAt().truncatedTo(ChronoUnit.MILLIS)));
        return members;
    }

    private static Map<?, ?> pubspec(StoredFile file) {
        try {
            return JSON.convertValue(Pubspec.of(file.content()).members(), Map.class);
        } catch (ApiProblem unreadable) {
            throw new IllegalStateException("it was read when it was published", unreadable);
        }
    }

    private static ApiProblem noPackage(String name) {
        return ApiProblem.notFound("Could not find `package \"%s\"`.".formatted(name));
    }
}
