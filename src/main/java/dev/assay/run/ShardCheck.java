package dev.assay.run;

import dev.assay.document.InvalidDocumentException;
import dev.assay.document.Problem;
import dev.assay.result.ProfileRun;
import dev.assay.result.Result;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Shard;
import dev.assay.run.ShardMerge.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether results are all shards of one run, each exactly once. Names every reason why not, with the file. */
record ShardCheck(String generator) {

    void check(List<Piece> pieces) {
        var strangers = pieces.stream()
                .filter(piece -> piece.result().shard().isEmpty())
                .map(piece -> problem(piece, "is a whole run, not a shard; name results of 'assay run --shard I/N'"))
                .toList();
        report(strangers);
        report(foreign(pieces));
        report(twice(pieces));
        report(missing(pieces));
        report(split(pieces));
    }

    private List<Problem> foreign(List<Piece> pieces) {
        var first = pieces.get(0);
        var problems = new ArrayList<Problem>();
        for (var piece : pieces) {
            if (!piece.result().generator().equals(generator)) {
                problems.add(problem(
                        piece,
                        "was written by " + piece.result().generator() + ", and this is " + generator
                                + "; merge with the version that ran the shards"));
            }
            differs(piece, first, r -> "of the run '" + r.runId() + "'", problems);
            differs(piece, first, r -> "one of " + shard(r).count() + " shards", problems);
            differs(piece, first, r -> "about " + registries(r), problems);
            if (!scenarios(piece.result()).equals(scenarios(first.result()))) {
                problems.add(problem(
                        piece, "has other scenarios than " + first.name() + "; run all shards with the same features"));
            }
        }
        return problems;
    }

    private static void differs(Piece piece, Piece first, Function<Result, String> aspect, List<Problem> problems) {
        var here = aspect.apply(piece.result());
        var there = aspect.apply(first.result());
        if (!Objects.equals(here, there)) {
            problems.add(problem(
                    piece, "is " + here + ", and " + first.name() + " is " + there + "; merge shards of one run only"));
        }
    }

    private static List<Problem> twice(List<Piece> pieces) {
        var seen = new HashMap<Integer, Piece>();
        var problems = new ArrayList<Problem>();
        for (var piece : pieces) {
            var other = seen.putIfAbsent(shard(piece.result()).index(), piece);
            if (other != null) {
                problems.add(problem(
                        piece,
                        "is " + shard(piece.result()).title() + ", and so is " + other.name()
                                + "; name each shard once"));
            }
        }
        return problems;
    }

    private static List<Problem> missing(List<Piece> pieces) {
        var count = shard(pieces.get(0).result()).count();
        var present =
                pieces.stream().map(piece -> shard(piece.result()).index()).toList();
        var absent = IntStream.rangeClosed(1, count)
                .filter(index -> !present.contains(index))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return absent.isEmpty()
                ? List.of()
                : List.of(problem(
                        pieces.get(0),
                        "is one of " + count + " shards, and of these are missing: " + absent
                                + "; name the result.json of each"));
    }

    private static List<Problem> split(List<Piece> pieces) {
        var owners = new HashMap<String, Piece>();
        for (var piece : pieces) {
            for (var id : shard(piece.result()).scenarios()) {
                var other = owners.putIfAbsent(id, piece);
                if (other != null) {
                    return List.of(splitDifferently(piece, "also " + other.name() + " has " + id));
                }
            }
        }
        return scenarios(pieces.get(0).result()).stream()
                .filter(id -> !owners.containsKey(id))
                .findFirst()
                .map(id -> List.of(splitDifferently(pieces.get(0), "no shard has " + id)))
                .orElse(List.of());
    }

    private static Problem splitDifferently(Piece piece, String evidence) {
        return problem(
                piece,
                "the shards were not split in the same way (" + evidence
                        + "); run them all with the same --durations, or all without");
    }

    private static Shard shard(Result result) {
        return result.shard().orElseThrow();
    }

    private static String registries(Result result) {
        return result.runs().stream()
                .map(run -> run.profile() + " with " + run.identityProvider() + " at "
                        + run.target().behaviour().orElse(run.target().url()))
                .collect(Collectors.joining(", "));
    }

    private static List<String> scenarios(Result result) {
        return result.runs().stream().map(ProfileRun::scenarios).findFirst().orElse(List.of()).stream()
                .map(ScenarioResult::id)
                .toList();
    }

    private static Problem problem(Piece piece, String message) {
        return new Problem(piece.name(), 0, 0, "", message);
    }

    private static void report(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidDocumentException(problems);
        }
    }
}
