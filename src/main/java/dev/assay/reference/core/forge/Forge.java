package dev.assay.reference.core.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.behaviour.KeyRules.FetchProblem;
import dev.assay.reference.behaviour.Limit;
import dev.assay.reference.behaviour.PinRule.Of;
import dev.assay.reference.core.key.DocumentFetcher;
import dev.assay.reference.core.key.FetchFailed;
import dev.assay.reference.core.key.FetchTerms;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The forge's API, as GitHub has it: {@code GET /users/{login}} and {@code GET /repos/{owner}/{repo}}. */
public final class Forge {

    /** Five seconds, as in pypi/warehouse warehouse/oidc/forms/github.py. */
    private static final FetchTerms TERMS = new FetchTerms(5_000, Limit.of(1_048_576), true);

    private final DocumentFetcher fetcher;
    private final URI api;
    private final ObjectMapper json = new ObjectMapper();

    /** {@code api} is the base address, without a slash at its end. */
    public Forge(DocumentFetcher fetcher, URI api) {
        this.fetcher = fetcher;
        this.api = api;
    }

    /**
     * The owner of that name; empty if there is none.
     *
     * @throws ForgeUnavailable if the forge does not say
     */
    public Optional<Named> owner(String login) {
        return get("/users/" + segment(login)).map(owner -> named(owner, "login"));
    }

    /**
     * The repository of that name; empty if there is none.
     *
     * @throws ForgeUnavailable if the forge does not say
     */
    public Optional<Named> repository(String owner, String name) {
        return get("/repos/" + segment(owner) + "/" + segment(name)).map(repository -> named(repository, "name"));
    }

    /** The id that the names lead to at this moment; empty if they lead to none or the forge does not say. */
    public Optional<String> idNow(Of of, String owner, String repository) {
        try {
            return (of == Of.OWNER ? owner(owner) : repository(owner, repository)).map(Named::id);
        } catch (ForgeUnavailable unknown) {
            return Optional.empty();
        }
    }

    private Optional<JsonNode> get(String path) {
        try {
            return Optional.of(json.readTree(fetcher.fetch(URI.create(api + path), TERMS)));
        } catch (FetchFailed failed) {
            if (failed.problem() == FetchProblem.BAD_STATUS) {
                return Optional.empty();
            }
            throw new ForgeUnavailable(String.valueOf(failed.getMessage()));
        } catch (IOException notJson) {
            throw new ForgeUnavailable("the forge did not answer in JSON");
        }
    }

    private static Named named(JsonNode answer, String nameMember) {
        return new Named(answer.path("id").asText(), answer.path(nameMember).asText());
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * An owner or a repository.
     *
     * @param id immutable
     * @param name as the forge spells it
     */
    public record Named(String id, String name) {}
}
