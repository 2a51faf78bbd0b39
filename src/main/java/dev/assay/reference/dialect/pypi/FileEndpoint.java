package dev.assay.reference.dialect.pypi;

import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;

/** Downloads. */
record FileEndpoint(Shelf shelf) implements Endpoint {

    @Override
    public Answer answer(Request request) {
        return shelf.projects().stream()
                .flatMap(project -> project.files().stream())
                .filter(file -> file.name().equals(request.pathParameter("file")))
                .filter(file -> Shelf.path(file).equals(request.uri()))
                .findFirst()
                .map(file ->
                        Answer.bytes("application/octet-stream", file.content().bytes()))
                .orElseGet(() -> Answer.of(404, "text/plain; charset=UTF-8", "404 Not Found"));
    }
}
