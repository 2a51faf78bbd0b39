package dev.assay.cli;

import dev.assay.tls.ThrowAwayAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The folder with the authority that vouches for the simulated issuer towards a live target. */
final class AuthorityFolder {
    private AuthorityFolder() {}

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
