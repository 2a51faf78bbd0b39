package dev.assay.identity.server;

import dev.assay.loopback.Listening;
import dev.assay.loopback.Place;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One address that the forges of many scenarios share, for registries that know only the real one's. Every scenario gives
 * its owners names of its own, so whichever forge knows a name or an id is the one that is meant.
 */
public final class ForgeHost implements AutoCloseable {
    private final List<ForgeServer> forges = new CopyOnWriteArrayList<>();
    private final String below;
    private final Listening server;
    private volatile boolean asked;

    private ForgeHost(Place place, String below) {
        this.below = below;
        this.server = place.listen(this::answer);
    }

    /** Starts answering. */
    public static ForgeHost start(Place place) {
        return start(place, "");
    }

    /** Starts answering below a path of the place, such as {@code /api/v3}. */
    public static ForgeHost start(Place place, String below) {
        return new ForgeHost(place, below);
    }

    /** Whether anybody has asked it for anything, be it in vain. */
    public boolean isAsked() {
        return asked;
    }

    /** Base URL of the API, without a trailing slash. */
    public String url() {
        return server.url();
    }

    /** A forge that gives out the same ids in the same order whenever it has the same name; it leaves when it is closed. */
    public ForgeServer open(String name) {
        var forge = ForgeServer.at(answer -> new Member(server.url(), this), name);
        forges.add(forge);
        return forge;
    }

    private void answer(HttpServerRequest request) {
        asked = true;
        var path = request.path().substring(below.length());
        forges.stream()
                .filter(forge -> forge.knows(path))
                .findFirst()
                .ifPresentOrElse(forge -> forge.answer(request, path), () -> ForgeServer.sayNotFound(request));
    }

    private void leave(Member member) {
        forges.removeIf(forge -> forge.isAt(member));
    }

    @Override
    public void close() {
        server.close();
    }

    /** A forge's share of the address; compared by identity. */
    private static final class Member implements Listening {
        private final String url;
        private final ForgeHost host;

        Member(String url, ForgeHost host) {
            this.url = url;
            this.host = host;
        }

        @Override
        public String url() {
            return url;
        }

        @Override
        public void close() {
            host.leave(this);
        }
    }
}
