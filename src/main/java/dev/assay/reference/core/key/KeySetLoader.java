package dev.assay.reference.core.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWK;
import dev.assay.reference.behaviour.KeyRules;
import dev.assay.reference.behaviour.KeyRules.Compared;
import dev.assay.reference.behaviour.KeyRules.FetchProblem;
import dev.assay.reference.behaviour.KeyRules.KeySetAddress;
import dev.assay.reference.behaviour.KeyRules.KeySetHost;
import dev.assay.reference.behaviour.KeyRules.OddKey;
import dev.assay.reference.behaviour.KeyRules.Redirects;
import dev.assay.reference.core.failure.ServerFault;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Fetches an issuer's discovery document and the key set it names (OpenID Connect Discovery §4). */
final class KeySetLoader {

    private final KeyRules rules;
    private final DocumentFetcher fetcher;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, URI> discoveredOnce = new ConcurrentHashMap<>();

    KeySetLoader(KeyRules rules, DocumentFetcher fetcher) {
        this.rules = rules;
        this.fetcher = fetcher;
    }

    List<JWK> load(String issuer) throws FetchFailed {
        if (rules.keySetAddress() == KeySetAddress.DISCOVERED_EACH_TIME) {
            return keySet(discovered(issuer));
        }
        if (!discoveredOnce.containsKey(issuer)) {
            discoveredOnce.put(issuer, discovered(issuer));
        }
        return keySet(Objects.requireNonNull(discoveredOnce.get(issuer)));
    }

    private URI discovered(String issuer) throws FetchFailed {
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        var discovery = document(address(base + "/.well-known/openid-configuration"));
        if (rules.discoveryIssuer() == Compared.COMPARED
                && !issuer.equals(discovery.path("issuer").asText())) {
            throw new FetchFailed(FetchProblem.WRONG_ISSUER, "the discovery document names another issuer");
        }
        return keySetAddress(issuer, discovery);
    }

    /** The keys of a set, wherever it lies. */
    List<JWK> keySet(URI address) throws FetchFailed {
        var members = document(address).path("keys");
        if (!members.isArray() || members.isEmpty()) {
            throw new FetchFailed(FetchProblem.INCOMPLETE, "the key set holds no keys");
        }
        var keys = new ArrayList<JWK>();
        for (var member : members) {
            read(member).ifPresent(keys::add);
        }
        return List.copyOf(keys);
    }

    byte[] fetch(URI address) throws FetchFailed {
        var terms = new FetchTerms(
                rules.fetchTimeoutMillis(),
                rules.fetchTimeout(),
                rules.maximumDocumentBytes(),
                rules.redirects() == Redirects.FOLLOWED);
        return fetcher.fetch(address, terms);
    }

    private URI keySetAddress(String issuer, JsonNode discovery) throws FetchFailed {
        if (!discovery.path("jwks_uri").isTextual()) {
            throw new FetchFailed(FetchProblem.INCOMPLETE, "the discovery document has no jwks_uri");
        }
        var keySet = address(discovery.path("jwks_uri").textValue());
        if (rules.keySetHost() == KeySetHost.ISSUERS
                && !Objects.equals(keySet.getAuthority(), address(issuer).getAuthority())) {
            throw new FetchFailed(FetchProblem.INCOMPLETE, "the key set lies on another host");
        }
        return keySet;
    }

    private static URI address(String text) throws FetchFailed {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException notAnAddress) {
            throw new FetchFailed(FetchProblem.UNREACHABLE, "not an address");
        }
    }

    private JsonNode document(URI address) throws FetchFailed {
        try {
            var document = json.readTree(fetch(address));
            if (document == null || !document.isObject()) {
                throw new FetchFailed(FetchProblem.NOT_JSON, "the document is not a JSON object");
            }
            return document;
        } catch (IOException notJson) {
            throw new FetchFailed(FetchProblem.NOT_JSON, "the document is not JSON");
        }
    }

    private Optional<JWK> read(JsonNode member) throws FetchFailed {
        if (member.isValueNode() || member.isArray()) {
            skip(rules.unreadableKey(), "an entry that is no key");
            return Optional.empty();
        }
        if (isBrokenRsaKey(member)) {
            skip(rules.brokenRsaKey(), "an RSA key without a modulus");
            return Optional.empty();
        }
        if (!member.path("kid").isTextual()) {
            skip(rules.keyWithoutId(), "a key without kid");
            return Optional.empty();
        }
        try {
            return Optional.of(JWK.parse(member.toString()));
        } catch (ParseException | RuntimeException unreadable) {
            skip(rules.unreadableKey(), "a key that cannot be read");
            return Optional.empty();
        }
    }

    /** Whether its modulus is no base64url (RFC 7518 §6.3.1.1). */
    private static boolean isBrokenRsaKey(JsonNode member) {
        return member.path("kty").asText().equals("RSA")
                && !member.path("n").asText().matches("[A-Za-z0-9_-]+");
    }

    private static void skip(OddKey effect, String problem) throws FetchFailed {
        switch (effect) {
            case SKIPPED -> {}
            case SET_REFUSED -> throw new FetchFailed(FetchProblem.INCOMPLETE, problem);
            case SERVER_ERROR -> throw new ServerFault(problem);
        }
    }
}
