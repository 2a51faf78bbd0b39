package dev.assay.reference.dialect.npm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reference.behaviour.PublishingRules.Visibility;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.StoredFile;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What readers see: {@code GET /{name}}, {@code GET /{name}/{version}} and the tarballs. */
record Packuments(RegistryState state, Visibility visibility, DistTags tags, URI baseUri) {

    Answer ofPackage(Request request) {
        var name = request.pathParameter("name");
        var files = files(name);
        return files.isEmpty() ? NpmAnswers.notFound(request) : Answer.json(200, packument(name, files));
    }

    Answer ofVersion(Request request) {
        var name = request.pathParameter("name");
        return file(name, PublishDocument.fileName(name, request.pathParameter("version")))
                .map(file -> Answer.json(200, version(name, file)))
                .orElseGet(() -> NpmAnswers.notFound(request));
    }

    Answer tarball(Request request) {
        return file(request.pathParameter("name"), request.pathParameter("file"))
                .map(file ->
                        Answer.bytes("application/octet-stream", file.content().bytes()))
                .orElseGet(() -> NpmAnswers.notFound(request));
    }

    private ObjectNode packument(String name, List<StoredFile> files) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("_id", name);
        json.put("name", name);
        var named = json.putObject("dist-tags");
        tags.of(name).forEach(named::put);
        var versions = json.putObject("versions");
        var time = json.putObject("time");
        time.put("created", NpmAnswers.time(files.get(0).uploadedAt()));
        time.put("modified", NpmAnswers.time(files.get(files.size() - 1).uploadedAt()));
        for (var file : files) {
            versions.set(file.version(), version(name, file));
            time.put(file.version(), NpmAnswers.time(file.uploadedAt()));
        }
        return json;
    }

    private ObjectNode version(String name, StoredFile file) {
        return new StoredVersion(name, file, baseUri.toString()).json();
    }

    private Optional<StoredFile> file(String packageName, String fileName) {
        return files(packageName).stream()
                .filter(file -> file.name().equals(fileName))
                .findFirst();
    }

    private List<StoredFile> files(String packageName) {
        return visibility == Visibility.HIDDEN
                ? List.of()
                : state.atomically(() -> state.packages()
                        .find(packageName)
                        .map(entry -> entry.files())
                        .orElse(List.of()));
    }
}
