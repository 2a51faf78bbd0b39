package dev.assay.probe;

import dev.assay.profile.Profile;
import dev.assay.steps.HappyPath;
import java.util.List;

/** What the issuer saw of the registry when a sound ID token was not accepted: who was not asked was not believed. */
final class IssuerHints {
    private final HappyPath path;
    private final Profile profile;
    private final int discoveryBefore;
    private final int keysBefore;

    /** Counts from now on. */
    IssuerHints(HappyPath path, Profile profile) {
        this.path = path;
        this.profile = profile;
        this.discoveryBefore = path.discoveryFetches();
        this.keysBefore = path.keySetFetches();
    }

    List<String> hints() {
        var discovery = path.discoveryFetches() - discoveryBefore;
        var keys = path.keySetFetches() - keysBefore;
        if (keys > 0) {
            return List.of(
                    "the registry fetched the issuer's keys, so it knows the issuer and can reach it. Look at the audience"
                            + " (the token's aud is '" + path.audience()
                            + "') and at the policy: does every pinned claim"
                            + " equal the token's?",
                    "the claims that the profile says are pinned: "
                            + String.join(
                                    ", ",
                                    profile.identityProviders().values().stream()
                                            .flatMap(rules -> rules.pins().values().stream())
                                            .flatMap(List::stream)
                                            .sorted()
                                            .distinct()
                                            .toList()));
        }
        if (discovery > 0) {
            return List.of("the registry fetched the issuer's discovery document and not its keys: it did not like the"
                    + " document. Does it compare the document's issuer with " + path.issuer() + ", to the letter?");
        }
        return List.of(
                "the registry did not ask the issuer for anything. Either it still holds what it learned of the issuer in an"
                        + " earlier run (restart it), or the request never got as far (the path, the"
                        + " body), or it does not support the issuer " + path.issuer() + ", which has to stand in its"
                        + " configuration to the letter, or it cannot reach it: in a container localhost is the container, and over"
                        + " TLS it has to trust the authority in --issuer-tls. If its issuers are fixed, see docs/proxy.md.");
    }
}
