package dev.assay.profile;

import dev.assay.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one registry speaks and what it promises.
 *
 * @param id short name, also the file's name
 * @param title the registry's name
 * @param summary one or two sentences for a reader of the report
 * @param links documentation by topic; {@code securityModel} and {@code providerGuides} are what DOC-1 and DOC-2 ask for
 * @param evidence what the profile rests on
 * @param embedded how to model the registry on this machine; absent for one that can only be driven live
 * @param audience the audience an ID token must be made for
 * @param identityProviders rules by the identity provider's id
 * @param exchange ID token in, registry token out; absent where the ID token itself publishes
 * @param policyDecidedAt the operation that shows a policy mismatch
 * @param token what is promised of registry tokens
 * @param publish one version of one package
 * @param client the command line of the ecosystem's own client, with TARGET for the base URL
 * @param readBack what readers can see, by view: {@code version}, {@code source}
 * @param provision how policies, packages and accounts come into being
 * @param promises the optional features it offers
 * @param inexpressible why no registry that speaks this way could meet a requirement, by the requirement's id
 * @param deviations requirements it is known not to meet
 */
public record Profile(
        String id,
        String title,
        String summary,
        Map<String, String> links,
        Evidence evidence,
        Optional<Embedded> embedded,
        Audience audience,
        Map<String, ProviderRules> identityProviders,
        Optional<Operation> exchange,
        Step policyDecidedAt,
        TokenPromise token,
        Publication publish,
        Optional<String> client,
        Map<String, Operation> readBack,
        Provisioning provision,
        List<Promise> promises,
        Map<String, String> inexpressible,
        List<Deviation> deviations) {

    public Profile {
        links = copy(links);
        identityProviders = copy(identityProviders);
        readBack = copy(readBack);
        inexpressible = copy(inexpressible);
        promises = promises == null ? List.of() : List.copyOf(promises);
        deviations = deviations == null ? List.of() : List.copyOf(deviations);
        policyDecidedAt = policyDecidedAt == null ? Step.EXCHANGE : policyDecidedAt;
    }

    private static <V> Map<String, V> copy(Map<String, V> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }

    /**
     * What the registry makes of an identity provider's tokens.
     *
     * @throws IllegalArgumentException if the profile says nothing about the provider
     */
    public ProviderRules rulesFor(String identityProvider) {
        var rules = identityProviders.get(identityProvider);
        if (rules == null) {
            throw new IllegalArgumentException("profile " + id + " has no rules for " + identityProvider);
        }
        return rules;
    }

    /** Whether an optional feature is offered. */
    public boolean promises(Promise promise) {
        return promises.contains(promise);
    }

    /**
     * What the profile rests on.
     *
     * @param basis {@code source}, {@code documentation} or {@code inferred}
     * @param source what was read
     * @param date ISO date on which it was current
     */
    public record Evidence(String basis, String source, String date) {}

    /**
     * The model of this registry that runs on this machine.
     *
     * @param behaviour name of the reference registry's behaviour
     * @param sound whether the model meets all that its dialect can express, instead of being like the real registry:
     *     what calibration starts from
     */
    public record Embedded(String behaviour, boolean sound) {}

    /**
     * The audience: a literal, or an operation whose value {@code audience} it is.
     *
     * @param literal may be a template over the target, such as {@code npm:{target.host}}
     */
    public record Audience(Optional<String> literal, Optional<Operation> discover) {}

    /** The operation that shows whether a policy covers an identity. */
    public enum Step {
        EXCHANGE,
        PUBLISH
    }

    /**
     * What is promised of registry tokens.
     *
     * @param prefix what every token starts with, so that scanners find leaked ones; absent if none
     * @param pattern regular expression that every token matches, where scanners find leaked ones by that; absent if none
     * @param lifetimeSeconds promised time to live, in seconds
     */
    public record TokenPromise(Optional<String> prefix, Optional<String> pattern, long lifetimeSeconds) {}

    /**
     * How a version is published.
     *
     * @param artifact kind of package to build, such as {@code python-sdist}
     * @param nameSeparator what stands between the words of the names that a run makes up
     * @param abolished publishing with a kind of credential that the registry says it has abolished
     */
    public record Publication(
            String artifact, String nameSeparator, Operation operation, Optional<Operation> abolished) {
        public Publication {
            nameSeparator = nameSeparator == null ? "-" : nameSeparator;
        }
    }

    /**
     * A requirement that the registry is known not to meet.
     *
     * @param requirement its id
     * @param scenarios ids of the only scenarios foreseen to fail; empty for any under the requirement
     * @param verdict {@code failed}, or {@code cantTell} where the registry is known to crash instead of answering
     * @param reason what the registry does instead
     * @param source where that was read
     */
    public record Deviation(String requirement, List<String> scenarios, Verdict verdict, String reason, String source) {
        public Deviation {
            verdict = verdict == null ? Verdict.FAILED : verdict;
            scenarios = scenarios == null ? List.of() : List.copyOf(scenarios);
        }
    }
}
