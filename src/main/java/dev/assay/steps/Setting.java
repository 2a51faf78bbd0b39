package dev.assay.steps;

import dev.assay.identity.forgery.Forgery;
import dev.assay.identity.forgery.ForgeryCatalogue;
import dev.assay.identity.provider.Provider;
import dev.assay.profile.Profile;
import dev.assay.profile.ProviderRules;
import dev.assay.registry.Ledger;
import dev.assay.registry.Templates;
import dev.assay.registry.Wire;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What all scenarios of one run have in common.
 *
 * @param profile the registry's profile
 * @param provider the identity provider that is simulated
 * @param forgeries the defects that can be put into its tokens
 * @param stages where each scenario's servers come from
 * @param wire sends requests
 * @param templates fills the profile's templates
 * @param runId part of every name that the run creates
 * @param mode whether to experiment, or only to find out what has to be provisioned
 * @param selection which scenarios take part
 * @param waiting lets real time pass where the target's clock cannot be moved; absent if the user does not want to wait
 * @param ledger where it is written down what the run brings into being at the target
 * @param experience what the run has seen so far
 */
public record Setting(
        Profile profile,
        Provider provider,
        ForgeryCatalogue forgeries,
        Stages stages,
        Wire wire,
        Templates templates,
        String runId,
        Mode mode,
        Selection selection,
        Optional<Waiting> waiting,
        Ledger ledger,
        Experience experience) {
    private static final int KEY_LENGTH = 6;

    /** What a run is for. */
    public enum Mode {
        /** To find out what the registry does. */
        EXPERIMENT,
        /** To find out what has to be provisioned; scenarios end before their first attempt. */
        PLAN
    }

    /** What the registry makes of this provider's tokens. */
    ProviderRules rules() {
        return profile.rulesFor(provider.id());
    }

    /**
     * The forgery that a sentence names.
     *
     * @param title completes "an ID token ..."
     */
    Forgery forgery(String title) {
        return forgeries.all().stream()
                .filter(forgery -> forgery.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no forgery is titled '" + title + "'"));
    }

    /** What every name of a scenario begins with: the same for the same run and scenario. */
    String namePrefix(String scenario) {
        return "assay-" + runId + "-" + key(scenario);
    }

    /** A short key of a scenario's id, fit for names and paths. */
    public static String key(String scenario) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(scenario.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
