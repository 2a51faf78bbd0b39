package dev.assay.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.identity.key.SigningKeys;
import dev.assay.identity.provider.ProviderCatalogue;
import dev.assay.identity.server.ForgeServer;
import dev.assay.identity.server.IdentityProviderServer;
import dev.assay.identity.server.IssuerOptions;
import dev.assay.identity.token.TokenRequest;
import dev.assay.identity.workload.Workload;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints one ID token. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "Prints one ID token of a simulated CI job to standard output.",
            "Against a running 'assay serve', give the environment that it printed: then the token is one that its",
            "registry accepts. Otherwise it is signed with a key nobody publishes, good for looking at and for refusals."
        },
        footer = {
            "",
            "Example:",
            "  assay token --audience pypi --claim repository=octo-org/octo-repo",
            "  curl -d \"{\\\"token\\\":\\\"$(assay token --audience pypi)\\\"}\" http://127.0.0.1:8080/_/oidc/mint-token"
        })
final class TokenCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--audience",
            paramLabel = "TEXT",
            description = "Whom the token is for (default: the provider's own default).")
    private @Nullable String audience;

    @Option(
            names = "--claim",
            paramLabel = "NAME=VALUE",
            description = "Set a claim; a value that is JSON is taken as such. May be repeated.")
    private Map<String, String> claims = new LinkedHashMap<>();

    @Option(
            names = "--idp",
            paramLabel = "NAME",
            description = "Identity provider (default: ${DEFAULT-VALUE}).",
            defaultValue = "github-actions")
    @SuppressWarnings("NullAway.Init")
    private String identityProvider;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var running = JobEndpoint.fromEnvironment(System.getenv());
        if (running.isPresent() && claims.isEmpty()) {
            out.println(running.get().fetch(Optional.ofNullable(audience)));
        } else {
            out.println(mint());
        }
        out.flush();
        return ExitCode.OK;
    }

    private String mint() {
        var provider = ProviderCatalogue.shipped()
                .find(identityProvider)
                .orElseThrow(() -> new UsageProblem("there is no identity provider '" + identityProvider + "'"));
        try (var workshop = Workshop.open();
                var forge = ForgeServer.start(workshop.vertx());
                var server = IdentityProviderServer.start(
                        workshop.vertx(),
                        provider,
                        InstantSource.system(),
                        IssuerOptions.with(SigningKeys.shared().supply()))) {
            var repository = forge.createRepository(forge.createOwner("octo-org"), "octo-repo");
            var request = TokenRequest.of(Workload.of(repository, "release.yml"));
            if (audience != null) {
                request = request.withAudience(audience);
            }
            for (var claim : claims.entrySet()) {
                request = request.withClaim(claim.getKey(), value(claim.getValue()));
            }
            return server.mint().mint(request).compact();
        }
    }

    private static JsonNode value(String text) {
        try {
            var json = new ObjectMapper().readTree(text);
            return json == null || json.isMissingNode() ? TextNode.valueOf(text) : json;
        } catch (IOException e) {
            return TextNode.valueOf(text);
        }
    }
}
