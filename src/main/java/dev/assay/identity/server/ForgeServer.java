package dev.assay.identity.server;

import dev.assay.identity.workload.Owner;
import dev.assay.identity.workload.Repository;
import dev.assay.identity.workload.Visibility;
import dev.assay.loopback.Listening;
import dev.assay.loopback.LoopbackServer;
import dev.assay.loopback.LoopbackServers;
import dev.assay.loopback.Place;
import dev.assay.tls.ServerIdentity;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A simulated forge: answers who is behind a name, and lets names change hands. The part of GitHub's REST API that registries use:
 * {@code /users/LOGIN}, {@code /user/ID}, {@code /repos/OWNER/NAME}, {@code /repositories/ID}.
 */
public final class ForgeServer implements AutoCloseable {

    private static final Pattern USER = Pattern.compile("/users/([^/]+)");
    private static final Pattern USER_BY_ID = Pattern.compile("/user/(\\d{1,18})");
    private static final Pattern REPOSITORY = Pattern.compile("/repos/([^/]+)/([^/]+)");
    private static final Pattern REPOSITORY_BY_ID = Pattern.compile("/repositories/(\\d{1,18})");

    /** A prime, so that every character of a name counts. */
    private static final long LARGEST_SEED = 281_474_976_710_597L;

    private static final String GARBAGE = "\u0000{\"id";

    private final FetchLog fetches = new FetchLog();
    private final ForgeAccounts accounts;
    private final Listening server;
    private volatile ForgeFault fault = ForgeFault.NONE;

    private ForgeServer(RandomGenerator ids, Place place) {
        this.accounts = new ForgeAccounts(ids);
        this.server = place.listen(this::answer);
    }

    /** Starts listening over plain HTTP on a free port of the loopback address. */
    public static ForgeServer start(Vertx vertx) {
        return start(vertx, 0, Optional.empty());
    }

    /**
     * Starts listening on the loopback address.
     *
     * @param port 0 for any free one
     * @param identity for TLS; plain HTTP when absent
     */
    public static ForgeServer start(Vertx vertx, int port, Optional<ServerIdentity> identity) {
        return new ForgeServer(new SecureRandom(), answer -> LoopbackServer.start(vertx, port, identity, answer));
    }

    /** Listens on an address that others use before and after it. */
    public static ForgeServer start(LoopbackServers servers) {
        return new ForgeServer(new SecureRandom(), servers::listen);
    }

    /**
     * Listens on an address that others use before and after it, and gives out the same ids in the same order whenever it has the same name: what
     * was planned for a run is then true of the run.
     */
    public static ForgeServer start(LoopbackServers servers, String name) {
        return at(servers::listen, name);
    }

    /** The same wherever it is given a place. */
    public static ForgeServer at(Place place, String name) {
        return new ForgeServer(new Random(seed(name)), place);
    }

    private static long seed(String name) {
        return new BigInteger(1, name.getBytes(StandardCharsets.UTF_8))
                .mod(BigInteger.valueOf(LARGEST_SEED))
                .longValue();
    }

    /** Base URL without a trailing slash. */
    public String url() {
        return server.url();
    }

    /**
     * Somebody takes a name.
     *
     * @throws IllegalStateException if it is taken
     */
    public Owner createOwner(String login) {
        return accounts.createOwner(login);
    }

    /** An owner gives up the account, and its repositories with it. */
    public void deleteOwner(Owner owner) {
        accounts.deleteOwner(owner);
    }

    /** Somebody else takes a name: whoever had it is deleted, and the new owner has another id. */
    public Owner resurrectOwner(String login) {
        accounts.ownerNamed(login).ifPresent(accounts::deleteOwner);
        return accounts.createOwner(login);
    }

    /** The same owner under another name; the old name is free. */
    public Owner renameOwner(Owner owner, String login) {
        return accounts.renameOwner(owner, login);
    }

    /** A new public repository. */
    public Repository createRepository(Owner owner, String name) {
        return accounts.createRepository(owner, name);
    }

    public void deleteRepository(Repository repository) {
        accounts.deleteRepository(repository);
    }

    /** A repository is deleted and made again under the same name, with another id. */
    public Repository recreateRepository(Repository repository) {
        accounts.deleteRepository(repository);
        return accounts.createRepository(repository.owner(), repository.name());
    }

    /** The same repository under another name; the old name leads to it until somebody else takes it. */
    public Repository renameRepository(Repository repository, String name) {
        return accounts.replace(repository, repository.withName(name));
    }

    /** The same repository with another owner; the old name leads to it until somebody else takes it. */
    public Repository transferRepository(Repository repository, Owner owner) {
        return accounts.replace(repository, repository.withOwner(owner));
    }

    /** The same repository with another visibility, and whatever else may differ but its id. */
    public Repository changeRepository(Repository repository, Repository changed) {
        return accounts.replace(repository, changed);
    }

    /** Fails from now on, or works again with {@link ForgeFault#NONE}. */
    public void behave(ForgeFault wanted) {
        fault = wanted;
    }

    /** Who asked for what so far. */
    public List<Fetch> fetches() {
        return fetches.snapshot();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Whether a path is about an owner or a repository of this forge. */
    boolean knows(String path) {
        return found(path).isPresent() || moved(path).isPresent();
    }

    boolean isAt(Listening place) {
        return server == place;
    }

    private void answer(HttpServerRequest request) {
        answer(request, request.path());
    }

    /** Answers as if it had been asked for that path. */
    void answer(HttpServerRequest request, String path) {
        fetches.add("who is behind a name or an id", request);
        switch (fault) {
            case NONE -> answerWell(request, path);
            case SERVER_ERROR -> send(request, 500, GitHubJson.trouble("Server Error"));
            case NOT_FOUND -> sayNotFound(request);
            case TOO_MANY_REQUESTS -> {
                request.response().putHeader("Retry-After", "60");
                send(request, 429, GitHubJson.trouble("API rate limit exceeded"));
            }
            case GARBAGE -> jsonHead(request, 200).end(GARBAGE);
            case NO_ID -> send(request, 200, new JsonObject());
            case SILENCE -> {}
        }
    }

    private void answerWell(HttpServerRequest request, String path) {
        var found = found(path);
        var moved = moved(path);
        if (found.isPresent()) {
            send(request, 200, found.get());
        } else if (moved.isPresent()) {
            redirect(request, url() + "/repositories/" + moved.get().id());
        } else {
            sayNotFound(request);
        }
    }

    static void sayNotFound(HttpServerRequest request) {
        send(request, 404, GitHubJson.notFound());
    }

    private Optional<Repository> moved(String path) {
        return match(REPOSITORY, path).flatMap(name -> accounts.movedFrom(name.group(1), name.group(2)));
    }

    private Optional<JsonObject> found(String path) {
        return match(USER, path)
                .flatMap(name -> accounts.ownerNamed(name.group(1)))
                .map(GitHubJson::owner)
                .or(() -> match(USER_BY_ID, path)
                        .flatMap(id -> accounts.ownerNumbered(Long.parseLong(id.group(1))))
                        .map(GitHubJson::owner))
                .or(() -> match(REPOSITORY, path)
                        .flatMap(name -> accounts.repositoryNamed(name.group(1), name.group(2)))
                        .filter(ForgeServer::isShown)
                        .map(GitHubJson::repository))
                .or(() -> match(REPOSITORY_BY_ID, path)
                        .flatMap(id -> accounts.repositoryNumbered(Long.parseLong(id.group(1))))
                        .filter(ForgeServer::isShown)
                        .map(GitHubJson::repository));
    }

    /** Whoever asks without being signed in does not learn that a private repository exists. */
    private static boolean isShown(Repository repository) {
        return repository.visibility() != Visibility.PRIVATE;
    }

    private static Optional<MatchResult> match(Pattern pattern, String path) {
        var matcher = pattern.matcher(path);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static void redirect(HttpServerRequest request, String location) {
        request.response().putHeader("Location", location);
        send(request, 301, GitHubJson.moved(location));
    }

    private static void send(HttpServerRequest request, int status, JsonObject body) {
        jsonHead(request, status).end(body.encode());
    }

    private static HttpServerResponse jsonHead(HttpServerRequest request, int status) {
        return request.response().setStatusCode(status).putHeader("Content-Type", "application/json; charset=utf-8");
    }
}
