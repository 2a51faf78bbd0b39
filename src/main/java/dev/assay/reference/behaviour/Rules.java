package dev.assay.reference.behaviour;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A behaviour, bound: everything the embedded registry decides by.
 *
 * @param title what it is, for people
 * @param evidence what of it rests on less than the registry's source
 * @param dialect the wire it speaks, such as {@code pypi}
 * @param checks the checks an ID token is put to, in order
 * @param parsing taking the token apart
 * @param issuers which issuers are believed
 * @param keys where verification keys come from
 * @param signature the signature
 * @param registeredClaims presence and type of registered claims
 * @param times expiry, not-before and issue time
 * @param audience whom the token must be made for
 * @param replay second uses
 * @param providers comparison with policies, by kind of identity provider
 * @param policies how policies are made and used
 * @param pending pending publishers
 * @param tokens registry tokens
 * @param publishing uploads
 * @param answers how exchanges are answered
 * @param switches what the operator can switch off
 * @param load load and odd requests
 */
public record Rules(
        String title,
        List<EvidenceNote> evidence,
        String dialect,
        List<CheckName> checks,
        ParsingRules parsing,
        IssuerRules issuers,
        KeyRules keys,
        SignatureRules signature,
        RegisteredClaimRules registeredClaims,
        TimeRules times,
        AudienceRules audience,
        ReplayRules replay,
        Map<String, ProviderRules> providers,
        PolicyRules policies,
        PendingRules pending,
        TokenRules tokens,
        PublishingRules publishing,
        AnswerRules answers,
        SwitchRules switches,
        LoadRules load) {

    private static final Set<CheckName> WITHOUT_ISSUER = Set.of(
            CheckName.PARSE, CheckName.REGISTERED_CLAIMS, CheckName.TIMES, CheckName.LIFETIME, CheckName.AUDIENCE);

    /**
     * Checks that the checks can work: the token is taken apart first, its issuer found before anything else is asked of
     * the issuer, and a policy sought.
     */
    public Rules {
        var issuer = checks.indexOf(CheckName.ISSUER);
        if (issuer < 1 || checks.get(0) != CheckName.PARSE || !WITHOUT_ISSUER.containsAll(checks.subList(0, issuer))) {
            throw new IllegalArgumentException(
                    "checks must begin with parse, and issuer must come before all that needs the issuer");
        }
        if (issuers.recheckedAfterVerification() && checks.subList(0, issuer).contains(CheckName.REGISTERED_CLAIMS)) {
            throw new IllegalArgumentException("iss cannot be compared again before the issuer is found");
        }
        if (!checks.contains(CheckName.POLICY)) {
            throw new IllegalArgumentException("checks must contain policy");
        }
    }
}
