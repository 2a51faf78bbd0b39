package dev.assay.reference.dialect.rubygems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.wire.Multipart;
import dev.assay.reference.wire.Multipart.Part;
import dev.assay.reference.wire.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The body of a push: the gem as it is, or a form with the gem as a file and attestations as a text. */
@SuppressWarnings("ArrayRecordComponent") // read once and not kept
record PushBody(byte[] gem, int attestations) {

    static PushBody read(Request request) throws InvalidPushForm {
        var type = request.header("Content-Type");
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return new PushBody(request.body().getBytes(), 0);
        }
        var form = type.replaceFirst("(?i)^multipart/mixed", "multipart/form-data");
        var parts = Multipart.parse(form, request.body().getBytes())
                .orElseThrow(() -> new ServerFault("the form cannot be read"));
        var gem = part(parts, "gem").orElseThrow(() -> new ServerFault("the form holds no gem"));
        if (gem.fileName().isEmpty()) {
            throw new InvalidPushForm("gem is not a file upload");
        }
        var attestations = part(parts, "attestations")
                .filter(part -> part.fileName().isEmpty())
                .orElseThrow(() -> new InvalidPushForm("missing attestations"));
        return new PushBody(gem.octets(), count(attestations.text()));
    }

    private static int count(String attestations) throws InvalidPushForm {
        var bundles = json(attestations);
        if (!bundles.isArray()) {
            throw new InvalidPushForm("attestations must be an array, is " + rubyClass(bundles));
        }
        return bundles.size();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new ServerFault("the attestations are not JSON");
        }
    }

    private static String rubyClass(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "Hash";
            case STRING -> "String";
            case NUMBER -> value.isIntegralNumber() ? "Integer" : "Float";
            case BOOLEAN -> value.booleanValue() ? "TrueClass" : "FalseClass";
            default -> "NilClass";
        };
    }

    private static Optional<Part> part(List<Part> parts, String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** A form that does not have the parts it must have; the message is the answer. */
    static final class InvalidPushForm extends Exception {

        private static final long serialVersionUID = 1;

        InvalidPushForm(String message) {
            super(message);
        }
    }
}
