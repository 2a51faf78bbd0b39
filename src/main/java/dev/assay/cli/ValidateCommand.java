package dev.assay.cli;

import dev.assay.document.InvalidDocumentException;
import dev.assay.document.YamlDocument;
import dev.assay.profile.Profile;
import dev.assay.registry.TemplateCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks profiles against the schema. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks profile files: every problem with file, line, column, path and what was expected.",
        footer = {"", "Example:", "  assay validate profiles/pypi.yaml"})
final class ValidateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Profile files.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Override
    public Integer call() {
        var code = ExitCode.OK;
        for (var file : files) {
            try {
                var profile = sources.profiles().check(file);
                checkTemplates(file, profile);
                var out = spec.commandLine().getOut();
                out.println(file + ": a valid profile of " + profile.title());
                new ProfileRemarks(profile, System.getenv()).lines().forEach(remark -> out.println("  " + remark));
            } catch (InvalidDocumentException e) {
                e.problems().forEach(problem -> spec.commandLine().getErr().println(problem));
                code = ExitCode.BAD_USAGE;
            }
        }
        return code;
    }

    private static void checkTemplates(Path file, Profile profile) {
        var mistakes = TemplateCheck.of(profile);
        if (!mistakes.isEmpty()) {
            var document = YamlDocument.read(file);
            throw new InvalidDocumentException(mistakes.stream()
                    .map(mistake -> document.problem("/" + mistake.member().replace('.', '/'), mistake.message()))
                    .toList());
        }
    }
}
