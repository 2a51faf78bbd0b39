package dev.assay.profile;

import dev.assay.document.Problem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What is wrong with a profile's provisioning that a schema cannot see, found before anything is sent anywhere. */
final class ProvisioningCheck {
    private static final String COMMAND = "/provision/command";

    private final Provisioning provisioning;
    private final BiFunction<String, String, Problem> locate;

    /** A check whose complaints are located by pointer and message. */
    ProvisioningCheck(Provisioning provisioning, BiFunction<String, String, Problem> locate) {
        this.provisioning = provisioning;
        this.locate = locate;
    }

    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (provisioning.by() == Provisioning.Means.COMMAND) {
            provisioning
                    .command()
                    .ifPresentOrElse(
                            program -> problem(program).ifPresent(problems::add),
                            () -> problems.add(locate.apply(
                                    "/provision/by", "command: say which, as in command: {run: [python3, seed.py]}")));
        }
        provisioning.overHttp().stream()
                .filter(name -> !provisioning.operations().containsKey(name))
                .sorted()
                .forEach(name -> problems.add(locate.apply(
                        "/provision/overHttp",
                        "'" + name + "' is not described under provision.operations; describe its request there, or"
                                + " leave it to the command")));
        return problems;
    }

    private Optional<Problem> problem(Provisioning.Program program) {
        var name = program.run().get(0);
        if (!name.contains("/")) {
            return onPath(name)
                    ? Optional.empty()
                    : Optional.of(locate.apply(
                            COMMAND + "/run",
                            "no program '" + name + "' on the search path (PATH); install it, or give its path"
                                    + " relative to the profile's folder, such as ./" + name));
        }
        var file = program.folder().resolve(name);
        if (!Files.exists(file)) {
            return Optional.of(locate.apply(
                    COMMAND + "/run",
                    "there is no program " + file
                            + "; paths are relative to the folder of the profile that names them"));
        }
        return Files.isExecutable(file) && !Files.isDirectory(file)
                ? Optional.empty()
                : Optional.of(locate.apply(
                        COMMAND + "/run", file + " cannot be executed; try chmod +x, or name its interpreter first"));
    }

    private static boolean onPath(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
