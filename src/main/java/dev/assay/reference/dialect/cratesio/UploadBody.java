package dev.assay.reference.dialect.cratesio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.core.registry.FileContent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The body of an upload: metadata and archive, each after its length in four octets, little end first.
 *
 * @param name as the metadata spells it
 * @param version as the metadata spells it
 * @param rest what follows the metadata
 */
record UploadBody(String name, String version, ByteBuffer rest) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAXIMUM_METADATA = 1 << 20;
    private static final int MAXIMUM_ARCHIVE = 10 << 20;

    /** Semantic Versioning 2.0.0. */
    private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
            + "(-(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?"
            + "(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?");

    /** Reads the metadata, which comes before anybody asks who is publishing. */
    static UploadBody read(byte[] body) throws Rejected {
        var in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < Integer.BYTES) {
            throw new Rejected(400, "invalid metadata length");
        }
        var length = Integer.toUnsignedLong(in.getInt());
        if (length > MAXIMUM_METADATA) {
            throw new Rejected(413, "JSON metadata blob too large");
        }
        if (length > in.remaining()) {
            throw new Rejected(400, "invalid metadata length for remaining payload: " + length);
        }
        var metadata = new byte[(int) length];
        in.get(metadata);
        return of(metadata, in.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    private static UploadBody of(byte[] metadata, ByteBuffer rest) throws Rejected {
        var json = json(metadata);
        var name = text(json, "name");
        var version = text(json, "vers");
        var objection = new CrateNaming().objection(name);
        if (objection.isPresent()) {
            throw new Rejected(400, objection.get());
        }
        if (!VERSION.matcher(version).matches()) {
            throw new Rejected(400, "\"%s\" is an invalid semver version".formatted(version));
        }
        return new UploadBody(name, version, rest);
    }

    /** The archive, which is looked at once the publisher is known. */
    FileContent archive() throws Rejected {
        var in = rest.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < Integer.BYTES) {
            throw new Rejected(400, "invalid tarball length");
        }
        var length = Integer.toUnsignedLong(in.getInt());
        if (length > MAXIMUM_ARCHIVE) {
            throw new Rejected(413, "max upload size is: " + MAXIMUM_ARCHIVE);
        }
        if (length > in.remaining()) {
            throw new Rejected(400, "invalid tarball length for remaining payload: " + length);
        }
        var archive = new byte[(int) length];
        in.get(archive);
        return new FileContent(archive);
    }

    /** The same for another crate. */
    UploadBody named(String other) {
        return new UploadBody(other, version, rest);
    }

    /** What a version that is too long for the network is answered with. */
    static Rejected tooLong() {
        return new Rejected(413, "max upload size is: " + MAXIMUM_ARCHIVE);
    }

    private static JsonNode json(byte[] metadata) throws Rejected {
        try {
            return MAPPER.readTree(new String(metadata, StandardCharsets.UTF_8));
        } catch (JsonProcessingException broken) {
            throw new Rejected(400, "invalid upload request: expected value at line 1 column 1");
        }
    }

    private static String text(JsonNode json, String member) throws Rejected {
        if (!json.path(member).isTextual()) {
            throw new Rejected(400, "invalid upload request: missing field `%s`".formatted(member));
        }
        return json.path(member).textValue();
    }
}
