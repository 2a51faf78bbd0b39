package dev.assay.steps;

import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Profiles that say little more than a shipped one. */
final class DerivedProfile {
    private DerivedProfile() {}

    /**
     * A profile.
     *
     * @param folder where it is written
     * @param base the shipped profile
     * @param difference in YAML; {@code {}} for none
     */
    static Profile of(Path folder, String base, String difference) throws IOException {
        var file = Files.writeString(
                folder.resolve("mine.yaml"), "extends: " + base + "\n" + (difference.equals("{}") ? "" : difference));
        return new Profiles(Optional.empty()).load(file.toString());
    }
}
