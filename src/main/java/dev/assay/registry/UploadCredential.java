package dev.assay.registry;

import dev.assay.profile.Operation;
import dev.assay.profile.Operation.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where an upload carries its token: header fields, or Basic authentication.
 *
 * @param headers by name, with the place for a credential
 * @param basic user name and password, with the place for a credential
 */
record UploadCredential(Map<String, String> headers, Optional<String> basic) {

    private static final String CREDENTIAL = "{credential";
    private static final String TOKEN = "{token";

    /** That of the first request of an upload that has one; empty if the token travels elsewhere. */
    static Optional<UploadCredential> of(Operation upload) {
        return upload.chain()
                .map(Operation::request)
                .map(UploadCredential::of)
                .filter(found -> !found.headers.isEmpty() || found.basic.isPresent())
                .findFirst();
    }

    private static UploadCredential of(Request request) {
        var headers = new LinkedHashMap<String, String>();
        request.headers().forEach((name, value) -> {
            if (value.contains(TOKEN)) {
                headers.put(name, value.replace(TOKEN, CREDENTIAL));
            }
        });
        return new UploadCredential(
                headers,
                request.basic().filter(text -> text.contains(TOKEN)).map(text -> text.replace(TOKEN, CREDENTIAL)));
    }

    /**
     * An owner's operation with the credential where an upload has it, and nowhere else in header fields.
     *
     * @return empty if that is where the operation has it anyway, or if it needs none
     */
    Optional<Operation> in(Operation operation) {
        return Optional.of(operation.withRequests(this::in)).filter(other -> !other.equals(operation));
    }

    private Request in(Request request) {
        if (!request.mentions("credential")) {
            return request;
        }
        var others = new LinkedHashMap<>(request.headers());
        others.values().removeIf(value -> value.contains(CREDENTIAL));
        others.putAll(headers);
        return request.withHeaders(others)
                .withBasic(basic.or(() -> request.basic().filter(text -> !text.contains(CREDENTIAL))));
    }
}
