package dev.assay.report;

import dev.assay.result.DeviationResult;
import dev.assay.result.Level;
import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.Result;
import dev.assay.result.Verdict;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One run as the template {@code run.html} shows it. */
record RunView(
        ProfileRun run,
        Anchors anchors,
        List<Fact> facts,
        Numbers scenarios,
        Numbers requirements,
        List<FindingGroup> findings,
        List<DeviationView> deviations,
        List<ChapterView> chapters) {

    private static final int OBSTACLES_SHOWN = 6;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** A line of what was measured. */
    record Fact(String term, String text) {}

    /** Findings of one kind. */
    record FindingGroup(Finding.Kind kind, List<FindingView> findings) {}

    /** A listed deviation, and how many scenarios failed because of it. */
    record DeviationView(DeviationResult deviation, String anchor, boolean link, long failures) {}

    static RunView of(Result result, ProfileRun run, Anchors anchors) {
        return new RunView(
                run,
                anchors,
                facts(result, run),
                Numbers.of("scenario", run.scenarios().stream().map(Mark::of).toList()),
                Numbers.of(
                        "requirement", run.requirements().stream().map(Mark::of).toList()),
                findings(run, anchors),
                deviations(run, anchors),
                ChapterView.of(result.chapters(), run, anchors));
    }

    /** What the hallmark stands for, in words. */
    public String hallmarkMeaning() {
        return switch (run.hallmark()) {
            case "AAA" -> "Every applicable MUST, SHOULD and MAY is met.";
            case "AA" -> "Every applicable MUST and SHOULD is met.";
            case "A" -> "Every applicable MUST is met.";
            default -> whyNone();
        };
    }

    private String whyNone() {
        if (anyInTheWay(RunView::isBroken)) {
            return "A MUST is not met.";
        }
        return anyInTheWay(r -> r.verdict() == Verdict.CANT_TELL)
                ? "Of some requirement it cannot be told whether it is met."
                : "Some requirement that can be tested was not.";
    }

    private boolean anyInTheWay(Predicate<RequirementResult> is) {
        return run.requirements().stream().anyMatch(is);
    }

    private static boolean isBroken(RequirementResult requirement) {
        return requirement.verdict() == Verdict.FAILED && requirement.level() == Level.MUST;
    }

    /** A requirement that stands in the way of the hallmark. */
    record Obstacle(String id, String anchor) {}

    /** What stands in the way of the hallmark, the first few of it. */
    public List<Obstacle> obstacles() {
        return obstructing()
                .limit(OBSTACLES_SHOWN)
                .map(r -> new Obstacle(r.id(), anchors.ofRequirement(r.id())))
                .toList();
    }

    /** How many more stand in the way. */
    public long furtherObstacles() {
        return obstructing().skip(OBSTACLES_SHOWN).count();
    }

    private Stream<RequirementResult> obstructing() {
        return hallmarked()
                ? Stream.of()
                : run.requirements().stream()
                        .filter(r -> isBroken(r)
                                || r.verdict() == Verdict.CANT_TELL
                                || r.verdict() == Verdict.UNTESTED
                                        && !r.scenarios().isEmpty());
    }

    public List<Numbers> bothNumbers() {
        return List.of(requirements, scenarios);
    }

    public boolean hallmarked() {
        return !run.hallmark().equals("none");
    }

    /** When the run started. */
    public String date() {
        return DATE.format(run.startedAt());
    }

    /** What was measured, in a line. */
    public String measured() {
        var behaviour =
                run.target().behaviour().map(name -> ", behaviour " + name).orElse("");
        return embedded(run)
                ? "an embedded model" + behaviour
                : "the live target at " + run.target().url();
    }

    private static boolean embedded(ProfileRun run) {
        return run.target().kind().equals("embedded");
    }

    private static List<Fact> facts(Result result, ProfileRun run) {
        List<Fact> facts = new ArrayList<>();
        var target = run.target();
        facts.add(new Fact(
                "Measured",
                embedded(run) ? "An embedded model of " + run.title() + ", not the live service" : "Live target"));
        facts.add(new Fact("Address", target.url()));
        target.behaviour().ifPresent(behaviour -> facts.add(new Fact("Behaviour", behaviour)));
        facts.add(new Fact("Evidence", target.evidence()));
        facts.add(new Fact("Identity provider", run.identityProvider()));
        facts.add(new Fact("Date", DATE.format(run.startedAt()) + ", took " + Durations.of(run.durationMs())));
        facts.add(new Fact("Run", result.runId()));
        result.shard().ifPresent(shard -> facts.add(new Fact("Part", Parts.explained(shard))));
        facts.add(new Fact("Command", result.command()));
        return facts;
    }

    private static List<FindingGroup> findings(ProfileRun run, Anchors anchors) {
        var findings = Finding.of(run);
        return Arrays.stream(Finding.Kind.values())
                .map(kind -> new FindingGroup(
                        kind,
                        findings.stream()
                                .filter(finding -> finding.kind() == kind)
                                .map(finding -> FindingView.of(finding, anchors))
                                .toList()))
                .filter(group -> !group.findings().isEmpty())
                .toList();
    }

    private static List<DeviationView> deviations(ProfileRun run, Anchors anchors) {
        return run.deviations().stream()
                .filter(deviation -> !deviation.healed())
                .map(deviation -> new DeviationView(
                        deviation,
                        anchors.ofRequirement(deviation.requirement()),
                        Links.followable(deviation.source()),
                        run.scenarios().stream()
                                .filter(s -> Mark.of(s) == Mark.EXPECTED
                                        && s.requirements().contains(deviation.requirement()))
                                .count()))
                .toList();
    }
}
