package dev.assay.reference.dialect.nuget;

import dev.assay.reference.behaviour.PublishingRules.Visibility;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.StoredFile;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What readers get: the service index, the versions of a package, and its files (NuGet/docs.microsoft.com-nuget docs/api). */
record Feed(RegistryState state, Visibility visibility, URI baseUri) {

    /** How a file is called in the feed. */
    static String fileName(String id, String version) {
        return "%s.%s.nupkg".formatted(id, version).toLowerCase(Locale.ROOT);
    }

    Answer serviceIndex(Request request) {
        return Answer.json(
                200,
                Map.of(
                        "version",
                        "3.0.0",
                        "resources",
                        List.of(
                                resource("/api/v2/package", "PackagePublish/2.0.0"),
                                resource("/v3-flatcontainer/", "PackageBaseAddress/3.0.0"))));
    }

    private Map<String, String> resource(String path, String type) {
        return Map.of("@id", baseUri + path, "@type", type);
    }

    Answer versions(Request request) {
        var versions = files(request.pathParameter("id")).stream()
                .map(StoredFile::version)
                .toList();
        return versions.isEmpty() ? Answer.empty(404) : Answer.json(200, Map.of("versions", versions));
    }

    Answer download(Request request) {
        var file = file(request.pathParameter("id"), request.pathParameter("version"));
        return file.filter(known -> isAddressed(known, request))
                .map(known ->
                        Answer.bytes("application/octet-stream", known.content().bytes()))
                .orElseGet(() -> Answer.empty(404));
    }

    /** A version that readers see. */
    Optional<StoredFile> file(String id, String version) {
        var name = fileName(id, NugetVersion.normalized(version).orElse(version));
        return files(id).stream().filter(file -> file.name().equals(name)).findFirst();
    }

    private static boolean isAddressed(StoredFile file, Request request) {
        var name = request.pathParameter("file");
        return name.isEmpty() || name.equals(file.name());
    }

    private List<StoredFile> files(String id) {
        return visibility == Visibility.SHOWN
                ? state.atomically(() ->
                        state.packages().find(id).map(entry -> entry.files()).orElseGet(List::of))
                : List.of();
    }
}
