package dev.assay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/**
 * The command that removes what a run left: for the profile that the user named, with what the user typed for the run as far
 * as it says where things are.
 *
 * @param typed the command line that began the run
 */
record CleanAdvice(TargetOptions target, ParseResult typed) {
    private static final List<String> WHERE_THINGS_ARE =
            List.of("--out", "--profiles", "--ca", "--allow-host", "--i-operate-this-registry");
    private static final Pattern SPECIAL = Pattern.compile("[\"\\\\$`]");
    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=,-]+");

    String command(NamedProfile profile) {
        var words = new ArrayList<>(List.of("assay", "clean", profile.name()));
        words.addAll(List.of("--target", target.target().map(Object::toString).orElse("URL")));
        words.addAll(List.of("--run-id", target.runId()));
        WHERE_THINGS_ARE.forEach(option -> words.addAll(again(option)));
        return words.stream().map(CleanAdvice::quoted).collect(Collectors.joining(" "));
    }

    private List<String> again(String name) {
        var option = typed.matchedOption(name);
        if (option == null) {
            return List.of();
        }
        if (option.arity().max() == 0) {
            return List.of(name);
        }
        return option.originalStringValues().stream()
                .flatMap(value -> List.of(name, value).stream())
                .toList();
    }

    /** As a shell takes it for one word. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches()
                ? word
                : '"' + SPECIAL.matcher(word).replaceAll("\\\\$0") + '"';
    }
}
