package dev.assay.reference.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.core.forge.Forge;
import dev.assay.reference.core.forge.ForgeUnavailable;
import io.quarkus.rest.client.reactive.jackson.runtime.serialisers.ClientJacksonMessageBodyReader;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemTrustOptions;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.jspecify.annotations.Nullable;

/**
 * The forge's API, as GitHub has it: {@code GET /users/{login}} and {@code GET /repos/{owner}/{name}}. Blocks; must not be
 * called on an event loop.
 */
public final class ForgeApi implements Forge {

    /** As in pypi/warehouse warehouse/oidc/forms/github.py. */
    private static final int TIMEOUT_SECONDS = 5;

    static {
        // the client's first requests would set this up, all at once; a running Quarkus has done it before
        var unused = ContextManagerProvider.instance();
    }

    private final WebTarget api;

    /**
     * Asks a forge.
     *
     * @param client whoever made it closes it
     * @param base address of the API, without a slash at its end
     */
    public ForgeApi(Client client, URI base) {
        api = client.target(base);
    }

    /**
     * A client for many forges.
     *
     * @param trustAnchors PEM texts of the authorities that HTTPS servers are believed with
     */
    public static Client client(Vertx vertx, Optional<String> trustAnchors) {
        var builder = ClientBuilder.newBuilder()
                .connectTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .property(QuarkusRestClientProperties.CONNECTION_TTL, HttpFetcher.IDLE_SECONDS)
                .register(new ClientJacksonMessageBodyReader(new ObjectMapper()));
        trustAnchors.ifPresent(pem -> builder.trustStore(store(vertx, pem)));
        return builder.build();
    }

    private static KeyStore store(Vertx vertx, String pem) {
        try {
            return new PemTrustOptions().addCertValue(Buffer.buffer(pem)).loadKeyStore(vertx);
        } catch (Exception notCertificates) {
            throw new IllegalArgumentException("these are no certificates in PEM", notCertificates);
        }
    }

    @Override
    public Optional<Named> owner(String login) {
        return ask(api.path("users/{login}").resolveTemplate("login", login), Owner.class)
                .map(owner -> named(owner.id(), owner.login()));
    }

    @Override
    public Optional<Named> repository(String owner, String name) {
        var path = api.path("repos/{owner}/{name}");
        return ask(path.resolveTemplate("owner", owner).resolveTemplate("name", name), Repository.class)
                .map(repository -> named(repository.id(), repository.name()));
    }

    private static Named named(@Nullable String id, @Nullable String name) {
        if (id == null) {
            throw new ForgeUnavailable("the forge names no id", null);
        }
        return new Named(id, name == null ? "" : name);
    }

    private static <T> Optional<T> ask(WebTarget path, Class<T> answer) {
        try (var response = path.request(MediaType.APPLICATION_JSON_TYPE).get()) {
            if (saysNothing(response)) {
                throw new ForgeUnavailable("the forge answers " + response.getStatus(), null);
            }
            if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                return Optional.empty();
            }
            var read = response.readEntity(answer);
            if (read == null) {
                throw new ForgeUnavailable("the forge answers nothing", null);
            }
            return Optional.of(read);
        } catch (ProcessingException | WebApplicationException silence) {
            throw new ForgeUnavailable("the forge does not answer, or not in JSON", silence);
        }
    }

    /** GitHub answers whoever asks too often with 403 or 429. */
    private static boolean saysNothing(Response response) {
        return response.getStatusInfo().getFamily() == Response.Status.Family.SERVER_ERROR
                || response.getStatus() == Response.Status.FORBIDDEN.getStatusCode()
                || response.getStatus() == Response.Status.TOO_MANY_REQUESTS.getStatusCode();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Owner(@Nullable String id, @Nullable String login) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Repository(@Nullable String id, @Nullable String name) {}
}
