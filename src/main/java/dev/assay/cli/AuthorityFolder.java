package dev.assay.cli;

import dev.assay.tls.ThrowAwayAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The folder with the authority that vouches for the simulated issuer towards a live target. */
final class AuthorityFolder {
    private AuthorityFolder() {}

    /** The authority kept there; a running registry cannot trust one that is made only now. */
    static ThrowAwayAuthority existing(Path folder) {
        if (!Files.exists(folder.resolve("ca.key"))) {
            throw new UsageProblem("--issuer-tls " + folder + ": there is no authority that the registry could trust"
                    + " already. Make one with 'assay proxy --prepare --issuer-tls " + folder
                    + "', start the registry in the environment that it prints, and run again");
        }
        return authority(folder);
    }

    /** The authority kept there; a new one is made and kept when there is none. */
    static ThrowAwayAuthority authority(Path folder) {
        try {
            if (Files.exists(folder.resolve("ca.pem"))) {
                return ThrowAwayAuthority.load(folder, Clock.systemUTC());
            }
            Files.createDirectories(folder);
            var authority = ThrowAwayAuthority.create(Clock.systemUTC());
            authority.save(folder);
            return authority;
        } catch (IOException e) {
            throw new UsageProblem("--issuer-tls " + folder + ": the authority cannot be read or written there ("
                    + e.getMessage() + "); give another folder, or empty this one");
        }
    }
}
