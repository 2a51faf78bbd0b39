package dev.assay.clients;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The registry of docs/targets/shelf on a PostgreSQL, as that page has it. */
final class ShelfServer implements AutoCloseable {
    static final Path FOLDER = Path.of("docs/targets/shelf").toAbsolutePath();
    static final String ADMINISTRATOR = "administrator-of-the-test";
    private static final Duration START = Duration.ofSeconds(60);

    private final PostgresServer postgres;
    private final OutsideProgram registry;
    private final URI base;

    private ShelfServer(PostgresServer postgres, OutsideProgram registry, URI base) {
        this.postgres = postgres;
        this.registry = registry;
        this.base = base;
    }

    /**
     * Starts PostgreSQL and the registry, and waits until it answers.
     *
     * @param folder where it works
     * @param issuers the authority of the issuers' certificates
     */
    static ShelfServer start(Path folder, Path issuers) throws IOException, InterruptedException {
        var python = Tools.program("python");
        Tools.pythonPackage("psycopg");
        Tools.pythonPackage("jwt");
        var postgres = PostgresServer.start();
        postgres.load(FOLDER.resolve("schema.sql"));
        postgres.load(FOLDER.resolve("assay.sql"));
        var port = PeryxServer.freePort();
        var environment = new HashMap<>(postgres.environment());
        environment.put("SSL_CERT_FILE", issuers.toString());
        environment.put("SHELF_ADMIN", ADMINISTRATOR);
        var registry = OutsideProgram.start(
                folder,
                environment,
                List.of(python, FOLDER.resolve("registry.py").toString(), Integer.toString(port)));
        var server = new ShelfServer(postgres, registry, URI.create("http://127.0.0.1:" + port));
        try {
            await().atMost(START).until(() -> !registry.isRunning() || server.isReady());
            if (!registry.isRunning()) {
                throw new AssertionError("shelf ended at once");
            }
            return server;
        } catch (RuntimeException | AssertionError e) {
            server.close();
            throw new AssertionError("shelf does not start; " + registry.output(), e);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(base.resolve("/_/oidc/audience"))) == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Fills in the form of the web page. */
    void enter(String form) throws IOException, InterruptedException {
        var status = send(HttpRequest.newBuilder(base.resolve("/admin/publishers"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (status != 200) {
            throw new AssertionError("the form was not accepted (" + status + "): " + form);
        }
    }

    private static int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.timeout(START).build(), BodyHandlers.discarding())
                .statusCode();
    }

    URI base() {
        return base;
    }

    /** What Assay's provisioning needs in its environment. */
    Map<String, String> environment() {
        var environment = new HashMap<>(postgres.environment());
        environment.put("SHELF_ADMIN", ADMINISTRATOR);
        return environment;
    }

    /** How many rows a table has. */
    int count(String table) throws IOException, InterruptedException {
        return Integer.parseInt(postgres.value("SELECT count(*) FROM " + table));
    }

    String output() {
        return registry.output();
    }

    @Override
    public void close() throws IOException {
        registry.close();
        postgres.close();
    }
}
