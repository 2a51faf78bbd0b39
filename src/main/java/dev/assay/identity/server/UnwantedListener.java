package dev.assay.identity.server;

import dev.assay.identity.forgery.Attacker;
import dev.assay.identity.key.JsonWebKey;
import dev.assay.identity.key.KeySupply;
import dev.assay.identity.key.SigningKey;
import dev.assay.loopback.Listening;
import dev.assay.loopback.LoopbackServer;
import dev.assay.loopback.LoopbackServers;
import dev.assay.loopback.Place;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attacker's host, to which forged tokens point ({@code jku}, {@code x5u}, an issuer of the attacker's own). Nobody should ever
 * contact it; whoever does gets keys with which the forged token verifies, so that following it is not only noticed but succeeds.
 */
public final class UnwantedListener implements AutoCloseable {

    private final SigningKey key;
    private final FetchLog contacts = new FetchLog();
    private final Listening server;

    private UnwantedListener(SigningKey key, Place place) {
        this.key = key;
        this.server = place.listen(this::answer);
    }

    /**
     * Starts listening on a free port.
     *
     * @param keys where the attacker's key comes from; to be shared with the issuers of the same scenario
     */
    public static UnwantedListener start(Vertx vertx, KeySupply keys) {
        return new UnwantedListener(keys.next(), answer -> LoopbackServer.start(vertx, 0, Optional.empty(), answer));
    }

    /** Listens on an address that others use before and after it. */
    public static UnwantedListener start(LoopbackServers servers, KeySupply keys) {
        return new UnwantedListener(keys.next(), servers::listen);
    }

    /** Listens wherever it is given a place. */
    public static UnwantedListener at(Place place, KeySupply keys) {
        return new UnwantedListener(keys.next(), place);
    }

    /** Base URL without a trailing slash. */
    public String url() {
        return server.url();
    }

    /** The attacker whose host this is, for a {@link dev.assay.identity.token.TokenMint}. */
    public Attacker attacker() {
        return new Attacker(url(), key);
    }

    /** Who contacted it so far; should be empty. */
    public List<Fetch> contacts() {
        return contacts.snapshot();
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(HttpServerRequest request) {
        contacts.add("what a forged token points to", request);
        var response = request.response();
        if (request.path().endsWith(".pem")) {
            response.putHeader("Content-Type", "application/x-pem-file").end(certificatePem());
        } else if (request.path().contains("openid-configuration")) {
            response.putHeader("Content-Type", "application/json").end(discovery());
        } else {
            response.putHeader("Content-Type", "application/json")
                    .end(new JsonObject(Map.of("keys", List.of(JsonWebKey.of(key, true)))).encode());
        }
    }

    private String discovery() {
        return new JsonObject()
                .put("issuer", url())
                .put("jwks_uri", url() + "/jwks")
                .put("id_token_signing_alg_values_supported", List.of("RS256"))
                .encode();
    }

    private String certificatePem() {
        return "-----BEGIN CERTIFICATE-----\n" + key.certificateBase64() + "\n-----END CERTIFICATE-----\n";
    }
}
