package dev.assay.reference.dialect.nuget;

import dev.assay.reference.behaviour.TimeRules.Checked;
import dev.assay.reference.behaviour.TokenRules;
import dev.assay.reference.core.Credentials;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import java.util.Optional;

/** Recognises API keys (NuGet/NuGetGallery CredentialValidator.cs). */
final class ApiKeys {

    private final TokenRules rules;
    private final Credentials credentials;
    private final RegistryClock clock;

    ApiKeys(TokenRules rules, Credentials credentials, RegistryClock clock) {
        this.rules = rules;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** The token that a key stands for, unless it is unknown, revoked, or over by what its own text says. */
    Optional<RegistryToken> find(String text) {
        return credentials
                .withText(text)
                .filter(token -> !isOver(text))
                .or(() -> text.contains(".") ? credentials.fromIdToken(text) : Optional.empty());
    }

    private boolean isOver(String text) {
        var key =
                text.startsWith(rules.prefix()) ? text.substring(rules.prefix().length()) : text;
        return rules.expiry() == Checked.CHECKED
                && ApiKey.read(key).filter(read -> read.isOver(clock.get())).isPresent();
    }
}
