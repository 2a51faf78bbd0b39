package dev.assay.identity.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.identity.key.JsonWebKey;
import dev.assay.identity.key.KeySupply;
import dev.assay.identity.key.SigningKey;
import dev.assay.identity.provider.PublishedKey;
import dev.assay.identity.provider.PublishedKey.KeyIdStyle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The keys of an issuer: those it publishes, and the one it signs with. */
final class PublishedKeys {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeySupply supply;
    private final List<PublishedKey> styles;
    private final List<Published> published = new ArrayList<>();
    private final List<JsonNode> foreign = new ArrayList<>();
    private SigningKey current;
    private int made;

    /** A key and whether its certificate is shown. */
    private record Published(SigningKey key, boolean withCertificate) {}

    PublishedKeys(KeySupply supply, List<PublishedKey> styles) {
        this.supply = supply;
        this.styles = styles;
        for (var i = 0; i < styles.size(); i++) {
            published.add(fresh());
        }
        this.current = published.get(0).key();
    }

    synchronized SigningKey current() {
        return current;
    }

    /** All that are published, but for foreign ones; the first one signed first. */
    synchronized List<SigningKey> all() {
        return published.stream().map(Published::key).toList();
    }

    /** The next published key that is not the current one; the current one if there is no other. */
    synchronized SigningKey other() {
        return published.stream()
                .map(Published::key)
                .filter(key -> !key.keyId().equals(current.keyId()))
                .findFirst()
                .orElse(current);
    }

    /** Publishes a fresh key and signs with it from now on; the others stay. */
    synchronized SigningKey rotate() {
        var next = fresh();
        published.add(next);
        current = next.key();
        return current;
    }

    /** Signs with a fresh key under the present one's name, which takes the present one's place in the key set. */
    synchronized SigningKey replaceSilently() {
        var name = current.keyId();
        withdraw(name);
        current = supply.next().named(name);
        published.add(new Published(current, false));
        return current;
    }

    synchronized void withdraw(String keyId) {
        published.removeIf(key -> key.key().keyId().equals(keyId));
        foreign.removeIf(key -> key.path("kid").asText().equals(keyId));
    }

    synchronized void add(SigningKey key) {
        published.add(new Published(key, false));
    }

    /** Adds what may be any JSON value, in front of the other keys. */
    synchronized void add(String jwk) {
        try {
            foreign.add(JSON.readTree(jwk));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("What is to be published is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    synchronized List<Object> members() {
        return Stream.concat(foreign.stream(), published.stream().map(key ->
                        (Object) JsonWebKey.of(key.key(), key.withCertificate())))
                .toList();
    }

    private Published fresh() {
        var style = styles.get(made % styles.size());
        made++;
        var key = supply.next();
        var named = style.keyId() == KeyIdStyle.UUID ? key.named(uuid(key)) : key.named(key.thumbprintKeyId());
        return new Published(named, style.certificate());
    }

    private static String uuid(SigningKey key) {
        return UUID.nameUUIDFromBytes(key.thumbprintKeyId().getBytes(StandardCharsets.US_ASCII))
                .toString();
    }
}
