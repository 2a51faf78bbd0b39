package dev.assay.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How accounts, packages and policies come into being on a target.
 *
 * @param by {@link Means#HTTP}: through the operations below; {@link Means#COMMAND}: through a program of the user's;
 *     {@link Means#MANUAL}: the operator enters what {@code assay plan} prints, and the run assumes it
 * @param note shown to the reader of a report, such as that a web form is stood in for
 * @param operations by name: {@code account}, {@code package}, {@code publisher}, {@code furtherPublisher} (for a further
 *     issuer of an identity provider), {@code removePublisher},
 *     {@code pendingPublisher}, {@code withdrawVersion}, {@code packageDetails}, {@code longLivedToken}, {@code refuseLongLivedTokens},
 *     {@code revokeToken}, {@code advanceClock}, {@code events}, and to leave nothing behind {@code removePackage},
 *     {@code removeAccount}, {@code clean}
 * @param plan template that renders a plan in the registry's own configuration language, for manual provisioning
 * @param command the program, where operations go through one
 * @param overHttp names of the operations that go over HTTP although the others go through the program
 */
public record Provisioning(
        Means by,
        Optional<String> note,
        Map<String, Operation> operations,
        Optional<String> plan,
        Optional<Program> command,
        Set<String> overHttp) {

    public Provisioning {
        operations = operations == null ? Map.of() : Map.copyOf(operations);
        command = command == null ? Optional.empty() : command;
        overHttp = overHttp == null ? Set.of() : Set.copyOf(overHttp);
    }

    /** The request that carries out the operation of that name, if it goes over HTTP and the profile says how. */
    public Optional<Operation> operation(String name) {
        return by == Means.COMMAND && !overHttp.contains(name)
                ? Optional.empty()
                : Optional.ofNullable(operations.get(name));
    }

    /** The program that carries out the operation of that name, if one does. */
    public Optional<Program> program(String name) {
        return by == Means.COMMAND && !overHttp.contains(name) ? command : Optional.empty();
    }

    /** Whether there is a way to carry out the operation; a program may still answer that it has none. */
    public boolean offers(String name) {
        return operation(name).isPresent() || program(name).isPresent();
    }

    /**
     * Whether the registry itself decides if the operation is allowed. A program that writes into the registry's database
     * goes past the registry's rules, so its success says nothing about them.
     */
    public boolean isDecidedByRegistry(String name) {
        return program(name)
                .map(program -> program.asksRegistry().contains(name))
                .orElse(true);
    }

    /** Who enters policies. */
    public enum Means {
        HTTP,
        COMMAND,
        MANUAL
    }

    /**
     * A program of the user's. It gets one JSON object on its standard input and answers with one on its standard output.
     *
     * @param run the program and its arguments; no shell takes part
     * @param folder where it works: the folder of the profile that names it
     * @param timeoutSeconds how long an operation may take, in seconds
     * @param asksRegistry names of the operations that it passes on to the registry, which then decides by its own rules
     */
    public record Program(List<String> run, Path folder, int timeoutSeconds, Set<String> asksRegistry) {
        private static final int DEFAULT_TIMEOUT_SECONDS = 30;

        public Program {
            run = List.copyOf(run);
            folder = folder == null ? Path.of("") : folder;
            timeoutSeconds = timeoutSeconds == 0 ? DEFAULT_TIMEOUT_SECONDS : timeoutSeconds;
            asksRegistry = asksRegistry == null ? Set.of() : Set.copyOf(asksRegistry);
        }

        /**
         * The executable, with its folder if it was given with one. A name without a folder is looked for on the search
         * path, by the operating system.
         */
        public String executable() {
            var name = run.get(0);
            return name.contains("/") ? folder.resolve(name).toString() : name;
        }
    }
}
