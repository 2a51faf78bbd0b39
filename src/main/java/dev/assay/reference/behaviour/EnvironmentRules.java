package dev.assay.reference.behaviour;

/**
 * How the deployment environment is compared with the policy.
 *
 * @param claim the claim that names it
 * @param match how it is compared
 * @param stage when
 * @param missing what a token without environment is worth when the policy names one
 * @param notConfigured what a token with an environment is worth when the policy names none
 * @param absent the environment that a token without one is compared as; an empty text if as none
 */
public record EnvironmentRules(
        String claim, TextMatch match, Stage stage, Leniency missing, Leniency notConfigured, String absent) {

    /** A copy that does not look at the environment. */
    EnvironmentRules ignored() {
        return new EnvironmentRules(claim, TextMatch.IGNORED, stage, missing, notConfigured, absent);
    }
}
