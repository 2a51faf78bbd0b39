package dev.assay.cli;

import dev.assay.draft.Draft;
import dev.assay.draft.Questionnaire;
import dev.assay.profile.Profiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a new profile. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a profile of a registry of your own: ten lines that extend another profile (--from), or a whole one",
            "from your answers. Every question has an answer that Enter takes. Answers may also come from a pipe, one a",
            "line."
        },
        footer = {
            "",
            "Examples:",
            "  assay init my-registry --from pypi      a registry that speaks like PyPI",
            "  assay init my-registry                  asks how it speaks",
            "  assay init my-registry --defaults       takes every suggested answer, to be edited"
        })
final class InitCommand implements Callable<Integer> {
    private static final String NAME = "[a-z0-9][a-z0-9-]*";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The profile's name: lower-case letters, digits and hyphens.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--from",
            paramLabel = "PROFILE",
            description = "Extend this profile, and ask nothing. 'assay list profiles' shows those that ship.")
    private Optional<String> base = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (default: NAME.yaml).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--force", description = "Replace the file if it is there already.")
    private boolean force;

    @Option(names = "--defaults", description = "Ask nothing; take every suggested answer.")
    private boolean defaults;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Override
    public Integer call() {
        var file = out.orElse(Path.of(name + ".yaml"));
        check(file);
        var draft = new Draft(name, file.toString());
        var text = base.map(parent -> draft.extending(sources.profiles().load(parent)))
                .orElseGet(() -> draft.fromScratch(answers(), LocalDate.now(ZoneOffset.UTC)));
        write(file, text);
        sources.profiles().check(file);
        var console = spec.commandLine().getOut();
        console.println(file + " is written and valid. Next:");
        console.println("  assay probe " + file + " --target URL");
        console.flush();
        return ExitCode.OK;
    }

    private void check(Path file) {
        if (!name.matches(NAME)) {
            throw new UsageProblem("'" + name + "': use lower-case letters, digits and hyphens");
        }
        if (Profiles.SHIPPED.contains(name)) {
            throw new UsageProblem("'" + name + "' is the name of a shipped profile; choose another one");
        }
        if (Files.exists(file) && !force) {
            throw new UsageProblem(file + " is there already; replace it with --force, or write elsewhere with --out");
        }
        if (base.isPresent() && defaults) {
            throw new UsageProblem("--defaults answers questions, and --from asks none; leave one of them out");
        }
    }

    private Map<String, String> answers() {
        var questions = Questionnaire.shipped();
        if (defaults) {
            return new Interview(new BufferedReader(Reader.nullReader()), new PrintWriter(Writer.nullWriter()), false)
                    .ask(questions, name);
        }
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new Interview(in, spec.commandLine().getOut(), System.console() != null).ask(questions, name);
    }

    private static void write(Path file, String text) {
        var partial = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                Files.writeString(partial, text);
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new UsageProblem(
                    "--out " + file + ": it cannot be written (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "); name a file in a folder that you may write to");
        }
    }
}
