package dev.assay.reference.dialect.npm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reference.core.registry.StoredFile;

/**
 * A published version as readers get it: the manifest that was sent, with the registry's own words about the tarball and
 * about who published.
 */
record StoredVersion(String packageName, StoredFile file, String registry) {

    /** Fields of a stored file. */
    static final String MANIFEST = "manifest";

    static final String ACCOUNT = "account";
    static final String POLICY = "policy";

    private static final ObjectMapper JSON = new ObjectMapper();

    ObjectNode json() {
        var json = manifest();
        json.put("_id", packageName + "@" + file.version());
        json.put("name", packageName);
        json.put("version", file.version());
        json.putObject("dist")
                .put("integrity", Tarballs.integrity(file.content()))
                .put("shasum", Tarballs.shasum(file.content()))
                .put("tarball", registry + "/" + packageName + "/-/" + file.name());
        addPublisher(json.putObject("_npmUser"));
        return json;
    }

    private void addPublisher(ObjectNode user) {
        if (!file.first(ACCOUNT).isEmpty()) {
            user.put("name", file.first(ACCOUNT));
            return;
        }
        user.put("name", "GitHub Actions").put("email", "npm-oidc-no-reply@github.com");
        user.putObject("trustedPublisher").put("id", "github").put("oidcConfigId", "oidc:" + file.first(POLICY));
    }

    private ObjectNode manifest() {
        try {
            return (ObjectNode) JSON.readTree(file.first(MANIFEST));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
