package dev.assay.reference.dialect.pypi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.core.Credentials;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Recognises registry tokens and judges what their holders have added. */
final class PresentedTokens {

    private final String prefix;
    private final Credentials credentials;
    private final RegistryClock clock;
    private final ObjectMapper json = new ObjectMapper();

    PresentedTokens(String prefix, Credentials credentials, RegistryClock clock) {
        this.prefix = prefix;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** The token, unless nobody knows it. */
    Optional<PresentedToken> identify(String text) {
        var known = credentials.withText(text);
        if (known.isPresent()) {
            return known.map(token -> new PresentedToken(token, true, List.of()));
        }
        if (!text.startsWith(prefix)) {
            return credentials.fromIdToken(text).map(token -> new PresentedToken(token, true, List.of()));
        }
        return Macaroon.parse(text.substring(prefix.length())).flatMap(this::identify);
    }

    /** What an added caveat forbids about this project; empty if nothing. */
    Optional<String> objection(String caveat, UUID projectId, String projectName) {
        try {
            return objection(json.readTree(caveat), projectId, projectName);
        } catch (JsonProcessingException notJson) {
            return Optional.of("caveat with invalid predicate");
        }
    }

    private Optional<String> objection(JsonNode caveat, UUID projectId, String projectName) {
        var now = clock.get().getEpochSecond();
        var holds = switch (caveat.path(0).asInt(-1)) {
            case Caveats.EXPIRATION ->
                now >= caveat.path(2).asLong() && now < caveat.path(1).asLong();
            case Caveats.PROJECT_IDS -> contains(caveat.path(1), projectId.toString());
            case Caveats.PROJECT_NAMES -> contains(caveat.path(1), new PypiNaming().normalized(projectName));
            default -> false;
        };
        return holds ? Optional.empty() : Optional.of(text(caveat, projectName));
    }

    private static String text(JsonNode caveat, String projectName) {
        return switch (caveat.path(0).asInt(-1)) {
            case Caveats.EXPIRATION -> "token is expired";
            case Caveats.PROJECT_IDS, Caveats.PROJECT_NAMES ->
                "project-scoped token is not valid for project: '%s'".formatted(projectName);
            default -> "caveat with invalid predicate";
        };
    }

    private static boolean contains(JsonNode array, String text) {
        for (var element : array) {
            if (element.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private Optional<PresentedToken> identify(Macaroon macaroon) {
        return id(macaroon.identifier())
                .flatMap(credentials::withId)
                .map(token -> new PresentedToken(token, isGenuine(macaroon, token), appended(macaroon, token)));
    }

    private static boolean isGenuine(Macaroon macaroon, RegistryToken token) {
        return macaroon.isSignedWith(HexFormat.of().parseHex(token.secret()));
    }

    private List<String> appended(Macaroon macaroon, RegistryToken token) {
        var own = Macaroon.parse(token.text().substring(prefix.length()))
                .map(original -> original.caveats().size())
                .orElse(0);
        return macaroon.caveats()
                .subList(
                        Math.min(own, macaroon.caveats().size()),
                        macaroon.caveats().size());
    }

    private static Optional<UUID> id(String identifier) {
        try {
            return Optional.of(UUID.fromString(identifier));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
