package dev.assay;

import dev.assay.cli.AssayCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program. Quarkus starts only for commands that need servers or a client. */
@QuarkusMain
public final class Assay implements QuarkusApplication {

    /** Starts the program; its exit code is the command's. */
    public static void main(String... args) {
        var line = AssayCommand.commandLine();
        if (!AssayCommand.needsServers(line, args)) {
            System.exit(line.execute(args));
        }
        StartUpData.run(args).ifPresentOrElse(System::exit, () -> Quarkus.run(Assay.class, args));
    }

    @Override
    public int run(String... args) {
        return AssayCommand.commandLine().execute(args);
    }
}
