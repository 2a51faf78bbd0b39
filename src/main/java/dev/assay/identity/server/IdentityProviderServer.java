package dev.assay.identity.server;

import static java.util.Objects.requireNonNull;

import dev.assay.identity.forgery.Attacker;
import dev.assay.identity.key.SigningKey;
import dev.assay.identity.provider.Provider;
import dev.assay.identity.token.TokenIssuer;
import dev.assay.identity.token.TokenMint;
import dev.assay.identity.workload.Workload;
import dev.assay.loopback.Listening;
import dev.assay.loopback.LoopbackServer;
import dev.assay.loopback.LoopbackServers;
import dev.assay.loopback.Place;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A simulated identity provider: publishes its discovery document and its keys, hands tokens to jobs, and can be made to fail.
 * Registries meet it over HTTP; the harness also mints from it directly, forged tokens too.
 */
public final class IdentityProviderServer implements TokenIssuer, AutoCloseable {

    private final Provider provider;
    private final IssuerOptions options;
    private final PublishedKeys keys;
    private final TokenMint mint;
    private final JobEndpoint jobEndpoint;
    private final Answers answers;
    private final IssuerDocuments documents;
    private final FetchLog discoveryFetches = new FetchLog();
    private final FetchLog keySetFetches = new FetchLog();
    private final Map<IssuerDocument, Fault> faults = new EnumMap<>(IssuerDocument.class);
    private final Set<IssuerDocument> everFaulty = EnumSet.noneOf(IssuerDocument.class);
    private final Listening server;

    private IdentityProviderServer(
            Vertx vertx, Provider provider, InstantSource clock, IssuerOptions options, Place place) {
        this.provider = requireNonNull(provider, "provider");
        this.options = requireNonNull(options, "options");
        this.keys = new PublishedKeys(options.keys(), provider.keys());
        this.mint = new TokenMint(
                provider, this, clock, Attacker.withoutHost(options.keys().next()));
        this.jobEndpoint = new JobEndpoint(vertx, provider, mint);
        this.answers = new Answers(vertx);
        this.documents = new IssuerDocuments(provider, keys);
        this.server = place.listen(this::answer);
    }

    /**
     * Starts listening on the loopback address.
     *
     * @param clock what time it is for tokens
     * @throws IllegalStateException if the port cannot be had
     */
    public static IdentityProviderServer start(
            Vertx vertx, Provider provider, InstantSource clock, IssuerOptions options) {
        return new IdentityProviderServer(
                vertx,
                provider,
                clock,
                options,
                answer -> LoopbackServer.start(vertx, options.port(), options.identity(), answer));
    }

    /** Listens on an address that others use before and after it; port and TLS of the options do not count. */
    public static IdentityProviderServer start(
            LoopbackServers servers, Provider provider, InstantSource clock, IssuerOptions options) {
        return new IdentityProviderServer(servers.vertx(), provider, clock, options, servers::listen);
    }

    /** Answers wherever it is given a place; port and TLS of the options do not count. */
    public static IdentityProviderServer at(
            Place place, Vertx vertx, Provider provider, InstantSource clock, IssuerOptions options) {
        return new IdentityProviderServer(vertx, provider, clock, options, place);
    }

    /**
     * Answers below a path of a shared address instead of listening by itself; port and TLS are the address's.
     *
     * @param path with a leading slash and without a trailing one; its issuer is the address followed by it
     */
    public static IdentityProviderServer mounted(
            IssuerHost host, String path, Vertx vertx, Provider provider, InstantSource clock, IssuerOptions options) {
        return new IdentityProviderServer(vertx, provider, clock, options, answer -> host.mount(path, answer));
    }

    /** Base URL without a trailing slash. */
    public String url() {
        return server.url();
    }

    @Override
    public String issuer() {
        return options.issuer().orElseGet(server::url);
    }

    @Override
    public String keySetUrl() {
        return issuer() + documents.keySetPath();
    }

    @Override
    public SigningKey signingKey() {
        return keys.current();
    }

    @Override
    public SigningKey otherKey() {
        return keys.other();
    }

    /** The keys that it publishes as its own. */
    public List<SigningKey> keys() {
        return keys.all();
    }

    /** Makes this provider's tokens. */
    public TokenMint mint() {
        return mint;
    }

    /** Starts a CI job that can ask for its token. */
    public CiJob job(Workload workload) {
        return jobEndpoint.open(workload, server.url());
    }

    /** The environment variables of a new job. */
    public Map<String, String> environment(Workload workload) {
        return job(workload).environment();
    }

    /** Publishes a fresh key and signs with it from now on; the others stay published. */
    public SigningKey rotateKeys() {
        refuseIfFixed();
        return keys.rotate();
    }

    /** Signs with a fresh key under the present one's {@code kid}, and publishes it instead of the present one. */
    public SigningKey replaceKeySilently() {
        refuseIfFixed();
        return keys.replaceSilently();
    }

    /** Takes a key out of the key set; if it was the one that signs, it goes on signing. */
    public void withdrawKey(SigningKey key) {
        refuseIfFixed();
        keys.withdraw(key.keyId());
    }

    /** Publishes a key of somebody else's, or one under another name. */
    public void publishAlso(SigningKey key) {
        refuseIfFixed();
        keys.add(key);
    }

    /**
     * Publishes any JSON value among the keys, in front of the others.
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    public void publishAlso(String jwk) {
        refuseIfFixed();
        keys.add(jwk);
    }

    /** Publishes its keys at another address from now on, which its discovery document names. */
    public void moveKeySet(LeftBehind left) {
        refuseIfFixed();
        documents.moveKeySet(left);
    }

    /** Fails from now on, or works again with {@link Fault.Kind#NONE}. */
    public void behave(Fault fault) {
        for (var document : IssuerDocument.values()) {
            behave(fault, document);
        }
    }

    /** Fails from now on, but for one document only. */
    public void behave(Fault fault, IssuerDocument document) {
        refuseIfFixed();
        synchronized (faults) {
            faults.put(document, fault);
            if (fault.concerns(document)) {
                everFaulty.add(document);
            }
        }
    }

    /** Whether anybody has asked for one of the documents that something was ever wrong with; for any, if nothing was. */
    public boolean isHeeded() {
        synchronized (faults) {
            return everFaulty.isEmpty()
                    ? !discoveryFetches().isEmpty() || !keySetFetches().isEmpty()
                    : everFaulty.contains(IssuerDocument.DISCOVERY)
                                    && !discoveryFetches().isEmpty()
                            || everFaulty.contains(IssuerDocument.KEY_SET)
                                    && !keySetFetches().isEmpty();
        }
    }

    /** Fails towards jobs from now on, or works again with {@link JobFault#NONE}. */
    public void behave(JobFault fault) {
        jobEndpoint.behave(fault);
    }

    /** Who asked for the discovery document so far. */
    public List<Fetch> discoveryFetches() {
        refuseIfFixed();
        return discoveryFetches.snapshot();
    }

    /** Who asked for the keys so far. */
    public List<Fetch> keySetFetches() {
        refuseIfFixed();
        return keySetFetches.snapshot();
    }

    /** Who asked for what was published; of an issuer that several scenarios share, nothing is known. */
    public List<Fetch> fetches() {
        return Stream.concat(discoveryFetches.snapshot().stream(), keySetFetches.snapshot().stream())
                .toList();
    }

    /** Stops listening; answers that are still due are given up. */
    @Override
    public void close() {
        answers.close();
        server.close();
    }

    private void refuseIfFixed() {
        if (options.fixed()) {
            throw new IllegalStateException("other scenarios use the issuer " + issuer()
                    + " at the same time; one that changes it, or counts who asks it, needs the tag @alone");
        }
    }

    private void answer(HttpServerRequest request) {
        var path = request.path();
        if (path.endsWith(provider.discoveryPath())) {
            discoveryFetches.add("the discovery document", request);
            send(request, IssuerDocument.DISCOVERY);
        } else if (path.endsWith(documents.keySetPath())) {
            keySetFetches.add("the key set", request);
            send(request, IssuerDocument.KEY_SET);
        } else if (path.endsWith(provider.keySetPath())
                && documents.leftBehind().isPresent()) {
            keySetFetches.add("the key set where it was before", request);
            Answers.json(request.response(), documents.leftBehind().orElseThrow());
        } else if (jobEndpoint.serves(path)) {
            jobEndpoint.answer(request);
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private void send(HttpServerRequest request, IssuerDocument document) {
        var fault = fault(document);
        answers.send(request, documents.text(document, issuer(), fault), fault);
    }

    private Fault fault(IssuerDocument document) {
        synchronized (faults) {
            return faults.getOrDefault(document, Fault.Kind.NONE);
        }
    }
}
