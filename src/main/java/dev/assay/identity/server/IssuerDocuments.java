package dev.assay.identity.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.identity.knowledge.Template;
import dev.assay.identity.provider.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes an issuer's discovery document and key set, right or with a wrong content. */
final class IssuerDocuments {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MOVED = "-moved";

    private final Provider provider;
    private final PublishedKeys keys;
    private volatile String keySetPath;
    private volatile Optional<String> leftBehind = Optional.empty();

    IssuerDocuments(Provider provider, PublishedKeys keys) {
        this.provider = provider;
        this.keys = keys;
        this.keySetPath = provider.keySetPath();
    }

    /** Where the keys are, below the issuer. */
    String keySetPath() {
        return keySetPath;
    }

    /** What is to be seen where the keys were before they moved, if anything. */
    Optional<String> leftBehind() {
        return leftBehind;
    }

    /** The keys are somewhere else from now on. */
    void moveKeySet(LeftBehind left) {
        leftBehind = left == LeftBehind.NOTHING ? Optional.empty() : Optional.of(write(keySet(Fault.Kind.NONE)));
        keySetPath = provider.keySetPath() + MOVED;
    }

    String text(IssuerDocument document, String issuer, Fault fault) {
        return write(document == IssuerDocument.DISCOVERY ? discovery(issuer, fault) : keySet(fault));
    }

    private Map<String, JsonNode> discovery(String issuer, Fault fault) {
        var members = new LinkedHashMap<String, JsonNode>();
        provider.discovery().forEach((name, value) -> members.put(name, filled(value, issuer)));
        members.put("jwks_uri", TextNode.valueOf(issuer + keySetPath));
        if (fault == Fault.Kind.WRONG_ISSUER) {
            members.put("issuer", TextNode.valueOf("https://issuer.invalid"));
        } else if (fault == Fault.Kind.ISSUER_WITH_SLASH) {
            members.put("issuer", TextNode.valueOf(issuer + "/"));
        } else if (fault == Fault.Kind.NO_KEY_SET_URL) {
            members.remove("jwks_uri");
        } else if (fault instanceof Fault.KeySetElsewhere elsewhere) {
            members.put("jwks_uri", TextNode.valueOf(elsewhere.url()));
        }
        return members;
    }

    private Map<String, Object> keySet(Fault fault) {
        if (fault == Fault.Kind.NO_KEYS_MEMBER) {
            return Map.of();
        }
        if (fault == Fault.Kind.EMPTY_KEYS) {
            return Map.of("keys", List.of());
        }
        return Map.of("keys", fault == Fault.Kind.KEYS_NOT_A_LIST ? Map.of() : keys.members());
    }

    private static JsonNode filled(JsonNode value, String issuer) {
        return value.isTextual() ? TextNode.valueOf(Template.fill(value.asText(), name -> issuer)) : value;
    }

    private static String write(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document of our own making cannot be written", e);
        }
    }
}
