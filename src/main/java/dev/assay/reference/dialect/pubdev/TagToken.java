package dev.assay.reference.dialect.pubdev;

import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.check.Sought;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.core.token.Presented;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an ID token is worth where nothing is uploaded that says a version: the tag of its run says it. */
record TagToken(RegistryCore core) {

    private static final Pattern PLACE = Pattern.compile(Pattern.quote("{{version}}"));

    /** The rights that its policies give, if it is good. */
    Optional<RegistryToken> of(String text) {
        var idToken = Presented.of(text);
        try {
            var version =
                    version(core.exchange().authenticate(idToken).claim("ref").asText());
            return version.isPresent()
                    ? Optional.of(core.exchange()
                            .exchange(idToken, new Sought(Optional.empty(), Optional.empty(), version))
                            .token())
                    : Optional.empty();
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    private Optional<String> version(String ref) {
        return core.state().atomically(() -> core.state().policies().publishers()).stream()
                .flatMap(policy -> version(ref, policy.field("tagPattern")).stream())
                .findFirst();
    }

    private static Optional<String> version(String ref, String tagPattern) {
        var parts = PLACE.split("refs/tags/" + tagPattern, -1);
        var matcher = Pattern.compile(Pattern.quote(parts[0]) + "(.+)" + Pattern.quote(parts[parts.length - 1]))
                .matcher(ref);
        return parts.length == 2 && matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
