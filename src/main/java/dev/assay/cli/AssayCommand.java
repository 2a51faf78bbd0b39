package dev.assay.cli;

import java.io.PrintWriter;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program's command line. */
@Command(
        name = "assay",
        mixinStandardHelpOptions = true,
        versionProvider = AssayVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Holds a package registry's trusted publishing against the OpenSSF guide.",
        description = {
            "",
            "Assay plays the identity provider, the forge, the maintainer, the CI job and the attacker; the registry"
                    + " is an embedded model, or a running one (--target)."
        },
        footer = {
            "",
            "Example, no network needed:",
            "  assay run pypi",
            "",
            "Exit codes: 0 conformant, 1 findings, 2 bad usage or environment, 3 something cannot be told."
        },
        subcommands = {
            RunCommand.class,
            MergeCommand.class,
            CompareCommand.class,
            ListCommand.class,
            InitCommand.class,
            ValidateCommand.class,
            ProbeCommand.class,
            PlanCommand.class,
            CleanCommand.class,
            CalibrateCommand.class,
            BenchCommand.class,
            ServeCommand.class,
            ProxyCommand.class,
            TokenCommand.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        })
public final class AssayCommand implements Runnable {

    private static final Set<String> SERVING =
            Set.of("run", "probe", "plan", "clean", "calibrate", "bench", "serve", "proxy", "token");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show stack traces and what happens inside.")
    private boolean verbose;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The command line, ready to execute; problems are reported in one line and exit with 2. */
    public static CommandLine commandLine() {
        var top = new AssayCommand();
        var line = new CommandLine(top)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> top.report(e, command))
                .setParameterExceptionHandler((e, args) -> complain(e))
                .setUsageHelpAutoWidth(true);
        return line;
    }

    /** Whether a command line asks for more than an answer that can be given at once: help, a list, a complaint. */
    public static boolean needsServers(CommandLine line, String... args) {
        try {
            return line.parseArgs(args).asCommandLineList().stream()
                            .noneMatch(command -> command.isUsageHelpRequested() || command.isVersionHelpRequested())
                    && line.getParseResult().hasSubcommand()
                    && SERVING.contains(
                            line.getParseResult().subcommand().commandSpec().name());
        } catch (CommandLine.ParameterException e) {
            return false;
        }
    }

    /** A misspelt command line: what is wrong with it, and where it is explained. */
    private static int complain(CommandLine.ParameterException e) {
        var command = e.getCommandLine();
        var err = command.getErr();
        var message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        err.println(command.getColorScheme().errorText("assay: " + message));
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.BAD_USAGE;
    }

    private int report(Exception e, CommandLine command) {
        PrintWriter err = command.getErr();
        if (verbose) {
            e.printStackTrace(err);
        }
        var message = e.getMessage() == null ? e.toString() : e.getMessage();
        message.lines().forEach(text -> err.println(command.getColorScheme().errorText("assay: " + text)));
        if (!verbose && !Problems.areTheUsers(e)) {
            err.println("assay: this should not happen; run again with --verbose for details");
        }
        return ExitCode.BAD_USAGE;
    }
}
