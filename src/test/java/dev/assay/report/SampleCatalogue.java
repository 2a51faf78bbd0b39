package dev.assay.report;

import dev.assay.result.ChapterResult;
import dev.assay.result.DeviationResult;
import dev.assay.result.Level;
import dev.assay.result.RequirementResult;
import dev.assay.result.SourceReference;
import dev.assay.result.Verdict;
import java.util.List;
import java.util.Optional;

/** Chapters and requirements much like the catalogue's. */
final class SampleCatalogue {
    static final List<ChapterResult> CHAPTERS = List.of(
            new ChapterResult("POL", "Policy", "What a maintainer configured, and nothing else, opens a package."),
            new ChapterResult("PEN", "Pending publisher", "A package can be born without a long-lived token."),
            new ChapterResult("JWT", "ID token", "The registry believes nothing that it has not verified."),
            new ChapterResult("CLM", "Claims", "Every pinned claim is compared, exactly and as documented."),
            new ChapterResult("IDN", "Identity", "Names come back in other hands; ids do not."),
            new ChapterResult("TOK", "Registry token", "What is handed back is short-lived, narrow and recognisable."),
            new ChapterResult("PUB", "Publishing", "What was granted can be used, and leaves a record."),
            new ChapterResult("ERR", "Errors", "A refusal says what was wrong and gives nothing away."),
            new ChapterResult("RES", "Resilience", "Trouble at the issuer stays at the issuer."),
            new ChapterResult("DOC", "Documentation", "People can read how they are protected."));

    private static final SourceReference GUIDE = new SourceReference(
            "Trusted Publishers for All Package Repositories",
            "Verifying ID tokens",
            "https://repos.openssf.org/trusted-publishers-for-all-package-repositories");
    private static final SourceReference RFC = new SourceReference(
            "RFC 8725", "§3.9 Use and Validate Audience", "https://www.rfc-editor.org/rfc/rfc8725#section-3.9");

    private static final String REQUIREMENTS = """
            POL-1|MUST|No policy, no rights
            POL-2|MUST|A policy covers its own packages only
            POL-3|MUST|Every pinned field is compared
            POL-4|MUST|Removing a policy stops new exchanges at once
            POL-5|SHOULD|One identity may publish several packages
            POL-6|SHOULD|Several identities may publish one package
            POL-7|MUST|Only those with rights over the package configure
            POL-8|MUST|A trusted-publishing token changes no policy
            POL-9|SHOULD|Nonsense is refused at entry
            POL-10|SHOULD|Long-lived tokens can be switched off
            PEN-1|SHOULD|A new package can be born through a pending publisher
            PEN-2|MUST|It then becomes a normal one
            PEN-3|MUST|It opens no other name
            PEN-4|MUST|It does not survive somebody else's registration
            JWT-1|MUST|Signatures are verified
            JWT-2|MUST|Only the issuer's algorithms are accepted
            JWT-3|MUST|Keys come from the issuer's discovery only
            JWT-4|MUST|The issuer is compared exactly
            JWT-5|MUST|An unsupported issuer is never contacted
            JWT-6|MUST|The audience is exact and service-specific
            JWT-7|MUST|Expired tokens are refused
            JWT-8|MUST|Tokens from the future are refused
            JWT-9|SHOULD|A token is accepted once
            JWT-10|SHOULD|A token is accepted once under concurrency, too
            JWT-11|MAY|An over-long lifetime is capped or refused
            JWT-12|MUST|Required claims are present and well-typed
            JWT-13|MUST|Malformed input gets a clean refusal
            CLM-1|MUST|Never issuer, subject and audience alone
            CLM-2|MUST|The repository is compared
            CLM-3|MUST|The owner is compared
            CLM-4|MUST|The workflow is compared
            CLM-5|MUST|The environment is compared
            CLM-9|SHOULD|Dangerous triggers are refused
            CLM-11|MUST|No prefix, suffix or look-alike passes
            IDN-1|MUST|A resurrected owner is refused
            IDN-2|SHOULD|A re-created repository is refused
            IDN-3|MUST|Ids are resolved when the policy is made
            TOK-1|MUST|An exchange exists
            TOK-2|MUST|The registry token is short-lived
            TOK-3|MUST|The registry token really expires
            TOK-4|MUST|It is good for the policy's packages only
            TOK-8|SHOULD|It can be revoked, and dies with its policy
            PUB-1|MUST|What was published is visible
            PUB-2|MUST|A version cannot be replaced
            ERR-1|SHOULD|A refusal says which step failed
            ERR-3|SHOULD|Client mistakes are 4xx
            RES-1|MUST|The issuer may be down, and come back
            RES-2|SHOULD|Unknown key ids do not become a flood
            DOC-1|SHOULD|The security model is documented
            """;

    private SampleCatalogue() {}

    /** A row of the table. */
    record Row(String id, Level level, String title) {
        RequirementResult with(
                Verdict verdict,
                boolean expected,
                Optional<DeviationResult> deviation,
                Optional<String> reason,
                List<String> scenarios) {
            return new RequirementResult(
                    id,
                    chapter(),
                    title,
                    "The registry MUST hold to this: " + title.substring(0, 1).toLowerCase() + title.substring(1) + ".",
                    "Otherwise a token that was made for somebody else, somewhere else or long ago opens the package.",
                    level,
                    chapter().equals("JWT") ? List.of(GUIDE, RFC) : List.of(GUIDE),
                    verdict,
                    expected,
                    deviation,
                    reason,
                    scenarios);
        }

        String chapter() {
            return id.substring(0, 3);
        }
    }

    static List<Row> rows() {
        return REQUIREMENTS
                .lines()
                .map(line -> line.split("\\|"))
                .map(cells -> new Row(cells[0], Level.valueOf(cells[1]), cells[2]))
                .toList();
    }
}
