package dev.assay.reference.dialect.rubygems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.assay.reference.core.registry.FileContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Takes a gem apart, as strictly as rubygems/rubygems.org lib/gem_validator does. */
final class GemFile {

    private static final int LONGEST_YAML = 10 << 20;
    private static final Pattern MEMBER =
            Pattern.compile("(metadata|metadata\\.gz|data\\.tar\\.gz|checksums\\.yaml\\.gz)(\\.sig)?");
    private static final Pattern ALIAS = Pattern.compile("(?m)^\\s*(?:- )*(?:[\\w-]+: )?[&*][\\w-]+\\s*$");
    private static final Map<String, String> ALGORITHMS = Map.of("SHA256", "SHA-256", "SHA512", "SHA-512");

    private GemFile() {}

    /** What the gem says of itself. */
    static GemSpecification read(byte[] gem) throws InvalidGem {
        var members = members(gem);
        if (!members.containsKey("metadata.gz") || !members.containsKey("data.tar.gz")) {
            throw new InvalidGem("metadata.gz or data.tar.gz is missing");
        }
        if (members.containsKey("checksums.yaml.gz")) {
            verify(members);
        }
        return required(new GemSpecification(yaml(members, "metadata.gz")));
    }

    private static GemSpecification required(GemSpecification specification) throws InvalidGem {
        for (var member : List.of("name", "summary")) {
            if (specification.text(member).isEmpty()) {
                throw new InvalidGem(member + " is missing");
            }
        }
        if (!specification.version().matches("[0-9]+(\\.[0-9A-Za-z]+)*(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?")) {
            throw new InvalidGem("Malformed version number string " + specification.version());
        }
        if (specification.texts("authors").isEmpty()) {
            throw new InvalidGem("authors is missing");
        }
        return specification;
    }

    private static Map<String, byte[]> members(byte[] gem) throws InvalidGem {
        var members = new HashMap<String, byte[]>();
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(gem))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var isOdd = !MEMBER.matcher(entry.getName()).matches();
                if (isOdd || members.put(entry.getName(), tar.readAllBytes()) != null) {
                    throw new InvalidGem("unexpected member " + entry.getName());
                }
            }
        } catch (IOException | IllegalArgumentException notATar) {
            throw new InvalidGem("package metadata is missing in the file");
        }
        return members;
    }

    private static void verify(Map<String, byte[]> members) throws InvalidGem {
        var checksums = yaml(members, "checksums.yaml.gz");
        if (!checksums.path("SHA256").isObject()) {
            throw new InvalidGem("SHA256 checksums are missing");
        }
        for (var algorithm : ALGORITHMS.entrySet()) {
            for (var checksum : checksums.path(algorithm.getKey()).properties()) {
                var content = members.getOrDefault(checksum.getKey(), new byte[0]);
                if (!new FileContent(content)
                        .digest(algorithm.getValue())
                        .equals(checksum.getValue().asText())) {
                    throw new InvalidGem(algorithm.getKey() + " checksum mismatch for " + checksum.getKey());
                }
            }
        }
    }

    /** Tags say which Ruby class a mapping is; the schema knows that without them. */
    private static JsonNode yaml(Map<String, byte[]> members, String member) throws InvalidGem {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(members.getOrDefault(member, new byte[0])))) {
            var text = new String(gzip.readNBytes(LONGEST_YAML + 1), StandardCharsets.UTF_8);
            if (text.length() > LONGEST_YAML) {
                throw new InvalidGem(member + " is too long");
            }
            if (ALIAS.matcher(text).find()) {
                throw new InvalidGem("YAML aliases are not allowed");
            }
            return new YAMLMapper().readTree(text);
        } catch (JsonProcessingException notYaml) {
            throw new InvalidGem(member + " is not YAML");
        } catch (IOException notGzip) {
            throw new InvalidGem(member + " is not gzip");
        }
    }
}
