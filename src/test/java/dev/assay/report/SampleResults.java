package dev.assay.report;

import dev.assay.result.DeviationResult;
import dev.assay.result.Message;
import dev.assay.result.Model;
import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.Result;
import dev.assay.result.ScenarioResult;
import dev.assay.result.StepResult;
import dev.assay.result.Summary;
import dev.assay.result.Tally;
import dev.assay.result.TargetDescription;
import dev.assay.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Results as a run would write them: with every verdict, with none but passes, of a thousand messages, and hostile ones. */
final class SampleResults {
    static final DeviationResult NO_REPOSITORY_ID = new DeviationResult(
            "IDN-2",
            "Repositories are compared by name only; a re-created repository of the same name is accepted.",
            "pypi/warehouse warehouse/oidc/models/github.py, read on 2026-08-21",
            false);
    static final DeviationResult HEALED = new DeviationResult(
            "CLM-9", "pull_request_target was accepted.", "https://github.com/pypi/warehouse/issues/1", true);

    private static final Map<String, Verdict> SPECIAL = Map.of(
            "JWT-6", Verdict.FAILED,
            "ERR-1", Verdict.FAILED,
            "IDN-2", Verdict.FAILED,
            "RES-2", Verdict.CANT_TELL,
            "TOK-8", Verdict.INAPPLICABLE,
            "POL-10", Verdict.INAPPLICABLE,
            "TOK-3", Verdict.UNTESTED,
            "DOC-1", Verdict.UNTESTED);

    private SampleResults() {}

    /** One run with every verdict. */
    static Result everyVerdict() {
        var scenarios = SampleCatalogue.rows().stream()
                .flatMap(row -> scenarios(row).stream())
                .toList();
        return result(List.of(run("pypi", "PyPI", scenarios, "none")));
    }

    /** One run in which nothing failed and nothing is in doubt. */
    static Result allPassed() {
        var scenarios = SampleCatalogue.rows().stream()
                .map(row -> scenario(row, 1, Verdict.PASSED, Optional.empty()))
                .toList();
        return result(List.of(run("strict", "Strict", scenarios, "AAA")));
    }

    /** One run that was asked for one requirement only. */
    static Result onlyOf(String requirement) {
        var scenarios = SampleCatalogue.rows().stream()
                .map(row -> row.id().equals(requirement)
                        ? scenario(row, 1, Verdict.PASSED, Optional.empty())
                        : scenario(row, 1, Verdict.UNTESTED, Optional.of(ScenarioResult.NOT_SELECTED)))
                .toList();
        return result(List.of(run("pypi", "PyPI", scenarios, "none")));
    }

    /** One run in which no scenario bears on a chapter's requirements, each for a reason. */
    static Result untried(String requirement, List<String> reasons) {
        var row = SampleCatalogue.rows().stream()
                .filter(r -> r.id().equals(requirement))
                .findFirst()
                .orElseThrow();
        var run = allPassed().runs().get(0);
        return result(List.of(new ProfileRun(
                run.profile(),
                run.title(),
                run.target(),
                run.identityProvider(),
                run.startedAt(),
                run.durationMs(),
                run.hallmark(),
                reasons.stream()
                        .map(why -> row.with(Verdict.UNTESTED, false, Optional.empty(), Optional.of(why), List.of()))
                        .toList(),
                List.of(),
                run.deviations(),
                run.summary())));
    }

    /** Two runs in one result. */
    static Result twoRuns() {
        return result(List.of(everyVerdict().runs().get(0), allPassed().runs().get(0)));
    }

    /** Many scenarios, each with ten messages. */
    static Result large(int count) {
        var rows = SampleCatalogue.rows();
        var scenarios = IntStream.range(0, count)
                .mapToObj(i -> {
                    var row = rows.get(i % rows.size());
                    return withConversation(scenario(row, i, Verdict.PASSED, Optional.empty()), tenMessages());
                })
                .toList();
        return result(List.of(run("pypi", "PyPI", scenarios, "AAA")));
    }

    /** The result with a text of an attacker's choice wherever a stranger has a say. */
    static Result hostile(String text) {
        var message = SampleConversation.refused(
                1, new Message.DecodedToken(text, text, "{\"sub\":\"" + text.replace("\"", "") + "\"}"));
        var evil = new Message(
                1,
                message.at(),
                1,
                "attacker",
                "registry",
                text,
                new Message.Request(
                        "POST",
                        "http://127.0.0.1/" + text,
                        List.of(new Message.Header(text, text)),
                        Optional.of(text),
                        message.request().idToken()),
                Optional.of(new Message.Response(
                        422, text, List.of(new Message.Header("x", text)), Optional.of("{\"m\":\"" + text + "\"}"))),
                Optional.of(text),
                Optional.of(text));
        var row = SampleCatalogue.rows().get(0);
        var scenario = withConversation(scenario(row, 1, Verdict.FAILED, Optional.of(text)), List.of(evil));
        return result(List.of(run("pypi", text, List.of(scenario), "none")));
    }

    static Result result(List<ProfileRun> runs) {
        var summary = new Summary(
                runs.stream().map(r -> r.summary().scenarios()).reduce(new Tally(0, 0, 0, 0, 0), Tally::plus),
                runs.stream().map(r -> r.summary().requirements()).reduce(new Tally(0, 0, 0, 0, 0), Tally::plus),
                runs.stream().mapToInt(r -> r.summary().expected()).sum(),
                runs.stream().mapToInt(r -> r.summary().healed()).sum(),
                runs.stream().mapToInt(r -> r.summary().exitCode()).max().orElse(0));
        return new Result(
                Result.SCHEMA_VERSION,
                "assay 0.1.0",
                "20261124-0930-7f3a",
                SampleConversation.START,
                14_310,
                "assay run --profile pypi --identity-provider github-actions",
                SampleCatalogue.CHAPTERS,
                runs,
                summary);
    }

    private static ProfileRun run(String profile, String title, List<ScenarioResult> scenarios, String hallmark) {
        var requirements = SampleCatalogue.rows().stream()
                .filter(row -> scenarios.stream().anyMatch(s -> s.requirements().contains(row.id())))
                .map(row -> requirement(row, scenarios))
                .toList();
        var special = hallmark.equals("none");
        return new ProfileRun(
                profile,
                title,
                new TargetDescription(
                        "embedded",
                        "http://127.0.0.1:{port}",
                        Optional.of(profile),
                        Optional.of(new Model(
                                "source",
                                "pypi/warehouse 6b62157124ab",
                                "2026-08-21",
                                List.of(new Model.EvidenceNote(
                                        List.of("JWT-6"), "inferred", "the issuer is not compared", "read, not run")))),
                        "pypi/warehouse, source read at commit 6b62157124ab on 2026-08-21"),
                "github-actions",
                SampleConversation.START,
                14_310,
                hallmark,
                requirements,
                scenarios,
                special ? List.of(NO_REPOSITORY_ID, HEALED) : List.of(),
                new Summary(
                        Tally.of(scenarios.stream().map(ScenarioResult::verdict).toList()),
                        Tally.of(requirements.stream()
                                .map(RequirementResult::verdict)
                                .toList()),
                        (int) scenarios.stream()
                                .filter(ScenarioResult::expected)
                                .count(),
                        special ? 1 : 0,
                        special ? 1 : 0));
    }

    private static RequirementResult requirement(SampleCatalogue.Row row, List<ScenarioResult> all) {
        var bearing =
                all.stream().filter(s -> s.requirements().contains(row.id())).toList();
        var worst = bearing.stream()
                .map(ScenarioResult::verdict)
                .filter(v -> v != Verdict.PASSED)
                .findFirst()
                .orElse(Verdict.PASSED);
        var reason = switch (worst) {
            case PASSED, FAILED -> Optional.<String>empty();
            default -> bearing.get(bearing.size() - 1).reason();
        };
        var deviation =
                Optional.of(NO_REPOSITORY_ID).filter(d -> d.requirement().equals(row.id()) && worst == Verdict.FAILED);
        return row.with(
                worst,
                deviation.isPresent(),
                deviation,
                reason,
                bearing.stream().map(ScenarioResult::id).toList());
    }

    private static List<ScenarioResult> scenarios(SampleCatalogue.Row row) {
        var verdict = SPECIAL.getOrDefault(row.id(), Verdict.PASSED);
        List<ScenarioResult> scenarios = new ArrayList<>();
        for (int i = 1; i <= 1 + row.title().length() % 4; i++) {
            scenarios.add(scenario(row, i, Verdict.PASSED, Optional.empty()));
        }
        if (verdict != Verdict.PASSED) {
            scenarios.set(scenarios.size() - 1, scenario(row, scenarios.size(), verdict, Optional.of(reason(verdict))));
        }
        return scenarios;
    }

    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "";
            case FAILED -> "The registry granted a token to an ID token whose audience is another registry's.";
            case CANT_TELL -> "The forged token was refused, but so was its twin: the refusal proves nothing.";
            case INAPPLICABLE -> "The profile does not promise it.";
            case UNTESTED -> "The target offers no clock, and --wait was not given.";
        };
    }

    private static ScenarioResult scenario(
            SampleCatalogue.Row row, int number, Verdict verdict, Optional<String> reason) {
        var ran = verdict != Verdict.INAPPLICABLE && verdict != Verdict.UNTESTED;
        var folder = row.chapter().toLowerCase(Locale.ROOT);
        return new ScenarioResult(
                folder + "/" + row.id().toLowerCase(Locale.ROOT) + "/case-" + number,
                row.title() + ", case " + number,
                row.title(),
                "features/" + folder + "/" + row.id().toLowerCase(Locale.ROOT) + ".feature:" + (8 + number),
                row.id().equals("CLM-2") ? List.of("CLM-2", "CLM-1") : List.of(row.id()),
                verdict,
                row.id().equals("IDN-2") && verdict == Verdict.FAILED,
                reason,
                ran ? 84 + number : 0,
                steps(verdict),
                ran ? conversation(verdict) : List.of());
    }

    private static List<StepResult> steps(Verdict verdict) {
        var failed = verdict == Verdict.FAILED || verdict == Verdict.CANT_TELL;
        var ran = failed || verdict == Verdict.PASSED ? "passed" : "skipped";
        return List.of(
                step("Given", "a package whose trusted publisher is a workflow of octo-org/octo-repo", ran),
                step("When", "an attacker offers an ID token whose audience is another registry's", ran),
                new StepResult(
                        "Then",
                        "the registry refuses it",
                        failed ? "failed" : ran,
                        failed ? Optional.of("expected Refused, but was Granted") : Optional.empty()),
                step("And", "it accepts the same token with the right audience", failed ? "skipped" : ran));
    }

    private static StepResult step(String keyword, String text, String status) {
        return new StepResult(keyword, text, status, Optional.empty());
    }

    private static List<Message> conversation(Verdict verdict) {
        var sound = SampleConversation.token("sound", "pypi", "6f3e");
        var forged = SampleConversation.token("whose audience is another registry's", "npm:registry", "9a1c");
        var judged = switch (verdict) {
            case FAILED -> SampleConversation.granted(4, "exchange of the forged token", forged);
            case CANT_TELL -> SampleConversation.broken(4, forged);
            default -> SampleConversation.refused(4, forged);
        };
        return List.of(
                SampleConversation.policy(1),
                SampleConversation.granted(2, "exchange of the twin", sound),
                SampleConversation.keys(3),
                judged);
    }

    private static List<Message> tenMessages() {
        var sound = SampleConversation.token("sound", "pypi", "6f3e");
        var forged = SampleConversation.token("whose audience is another registry's", "npm:registry", "9a1c");
        return List.of(
                SampleConversation.policy(1),
                SampleConversation.keys(2),
                SampleConversation.granted(3, "exchange of the twin", sound),
                SampleConversation.refused(4, forged),
                SampleConversation.keys(5),
                SampleConversation.policy(6),
                SampleConversation.refused(7, forged),
                SampleConversation.policy(8),
                SampleConversation.keys(9),
                SampleConversation.policy(10));
    }

    private static ScenarioResult withConversation(ScenarioResult s, List<Message> conversation) {
        return new ScenarioResult(
                s.id(),
                s.name(),
                s.feature(),
                s.location(),
                s.requirements(),
                s.verdict(),
                s.expected(),
                s.reason(),
                s.durationMs(),
                s.steps(),
                conversation);
    }
}
