package dev.assay.reference.dialect.pubdev;

import dev.assay.reference.core.registry.FileContent;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Multipart;
import dev.assay.reference.wire.Request;
import java.net.URI;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The storage that archives are sent to before anybody looks at them: steps 1 and 2 of publishing. */
final class UploadSpace {

    static final String PATH = "/incoming-packages";

    private final URI baseUri;
    private final PostPolicy policy;
    private final Map<String, FileContent> received = new ConcurrentHashMap<>();

    UploadSpace(URI baseUri, RegistryClock clock) {
        this.baseUri = baseUri;
        this.policy = new PostPolicy(clock);
    }

    /** Where and how an archive can be sent. */
    Answer invitation() {
        var id = UUID.randomUUID().toString();
        var members = new LinkedHashMap<String, Object>();
        members.put("url", baseUri + PATH);
        members.put(
                "fields",
                policy.fields(id, baseUri + "/api/packages/versions/newUploadFinish?upload_id=%s".formatted(id)));
        return ApiAnswers.json(200, members);
    }

    /** Receives an archive. */
    Answer receive(Request request) {
        var fields = new LinkedHashMap<String, String>();
        Optional<FileContent> file = Optional.empty();
        for (var part : Multipart.parse(
                        request.header("Content-Type"), request.body().getBytes())
                .stream()
                .flatMap(parts -> parts.stream())
                .toList()) {
            if (part.name().equals("file")) {
                file = Optional.of(new FileContent(part.octets()));
            } else {
                fields.put(part.name(), part.text());
            }
        }
        if (file.isEmpty()) {
            return error(400, "InvalidArgument", "Invalid argument.");
        }
        if (!isInvited(fields)) {
            return error(403, "AccessDenied", "Access denied.");
        }
        received.put(fields.getOrDefault("key", ""), file.get());
        return Answer.redirect(303, fields.getOrDefault("success_action_redirect", ""));
    }

    /** What a file that is too long is answered with. */
    static Answer tooLong(Request request) {
        return error(400, "EntityTooLarge", "Your proposed upload is larger than the maximum object size.");
    }

    /** Takes what was received for an upload out of the storage. */
    Optional<FileContent> take(String uploadId) {
        return Optional.ofNullable(received.remove("tmp/" + uploadId));
    }

    private boolean isInvited(Map<String, String> fields) {
        try {
            return policy.allows(fields);
        } catch (DateTimeParseException changed) {
            return false;
        }
    }

    private static Answer error(int status, String code, String message) {
        return Answer.of(
                status,
                "application/xml; charset=UTF-8",
                "<?xml version='1.0' encoding='UTF-8'?><Error><Code>%s</Code><Message>%s</Message></Error>"
                        .formatted(code, message));
    }
}
