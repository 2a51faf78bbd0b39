package dev.assay.reference.dialect.nuget;

import dev.assay.reference.core.TokenWriter;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes registry tokens as API keys of version 5 (NuGet/NuGetGallery ApiKeyV5.cs). */
final class ApiKeyWriter implements TokenWriter {

    private static final char PRODUCTION = 'P';

    /** What a person who makes a key gets by default (NuGet/NuGetGallery Web.config). */
    private static final Duration LONG = Duration.ofDays(365);

    private final String prefix;
    private final OwnerNumbers owners;
    private final RegistryClock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeyWriter(String prefix, OwnerNumbers owners, RegistryClock clock) {
        this.prefix = prefix;
        this.owners = owners;
        this.clock = clock;
    }

    @Override
    public String write(RegistryToken token, List<UUID> packageIds) {
        return write(token, packageIds, randomCharacters());
    }

    @Override
    public String writeGuessable(RegistryToken token, List<UUID> packageIds, String guessable) {
        return write(token, packageIds, guessable.substring(guessable.length() - ApiKey.RANDOM_CHARACTERS));
    }

    private String write(RegistryToken token, List<UUID> packageIds, String characters) {
        var lifetime = token.isLongLived() ? LONG : Duration.between(token.notBefore(), token.expiresAt());
        var start = token.isLongLived() ? clock.get() : token.notBefore();
        var key = new ApiKey(PRODUCTION, owners.of(token, packageIds), start, !token.isLongLived(), lifetime);
        return prefix + key.text(characters);
    }

    private String randomCharacters() {
        return random.ints(ApiKey.RANDOM_CHARACTERS, 0, Base62.DIGITS_FIRST.length())
                .mapToObj(digit -> Base62.DIGITS_FIRST.substring(digit, digit + 1))
                .collect(Collectors.joining());
    }
}
