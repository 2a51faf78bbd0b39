package dev.assay.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.document.InvalidDocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in the provisioning by command are found before anything is sent. */
class ProvisioningCheckTest {
    @TempDir
    Path folder;

    @Test
    void aCommandWithoutAProgramIsAskedFor() {
        assertThatThrownBy(() -> load("{by: command}"))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("mine.yaml:3:")
                .hasMessageContaining("command: {run: [python3, seed.py]}");
    }

    @Test
    void aProgramThatIsNotInstalledIsNamedWithTheRemedy() {
        assertThatThrownBy(() -> load("{by: command, command: {run: [no-such-program-anywhere]}}"))
                .hasMessageContaining("mine.yaml:3:")
                .hasMessageContaining("no program 'no-such-program-anywhere' on the search path")
                .hasMessageContaining("./no-such-program-anywhere");
    }

    @Test
    void aPathIsRelativeToTheProfilesFolder() throws Exception {
        assertThatThrownBy(() -> load("{by: command, command: {run: [./seed]}}"))
                .hasMessageContaining("there is no program " + folder.resolve("./seed"));

        Files.writeString(folder.resolve("seed"), "#!/bin/sh\n");
        assertThatThrownBy(() -> load("{by: command, command: {run: [./seed]}}"))
                .hasMessageContaining("chmod +x");

        assertThat(folder.resolve("seed").toFile().setExecutable(true)).isTrue();
        var program = load("{by: command, command: {run: [./seed]}}")
                .provision()
                .command()
                .orElseThrow();
        assertThat(program.folder()).isEqualTo(folder);
        assertThat(program.timeoutSeconds()).isEqualTo(30);
    }

    @Test
    void aCommandWorksInTheFolderOfTheProfileThatNamesIt() throws Exception {
        var parts = Files.createDirectories(folder.resolve("parts"));
        Files.writeString(
                parts.resolve("base.yaml"),
                "extends: pypi\nid: base\nprovision: {by: command, command: {run: [sh, seed]}}\n");
        Files.writeString(folder.resolve("mine.yaml"), "extends: parts/base.yaml\nid: mine\n");

        var profile =
                new Profiles(Optional.empty()).load(folder.resolve("mine.yaml").toString());

        assertThat(profile.provision().command().orElseThrow().folder()).isEqualTo(parts);
    }

    @Test
    void onlyWhatIsNamedGoesOverHttp() throws Exception {
        var provision = load("{by: command, command: {run: [sh]}, overHttp: [removePublisher]}")
                .provision();

        assertThat(provision.operation("publisher")).isEmpty();
        assertThat(provision.program("publisher")).isPresent();
        assertThat(provision.isDecidedByRegistry("publisher")).isFalse();
        assertThat(provision.operation("removePublisher")).isPresent();
        assertThat(provision.program("removePublisher")).isEmpty();
        assertThat(provision.isDecidedByRegistry("removePublisher")).isTrue();
    }

    @Test
    void whatGoesOverHttpHasToBeDescribed() {
        assertThatThrownBy(() -> load("{by: command, command: {run: [sh]}, overHttp: [revokeToken]}"))
                .hasMessageContaining("'revokeToken' is not described under provision.operations");
    }

    @Test
    void aShellLineInsteadOfAListIsNoCommand() {
        assertThatThrownBy(() -> load("{by: command, command: {run: sh seed}}"))
                .hasMessageContaining("provision.command.run");
    }

    private Profile load(String provision) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), "extends: pypi\nid: mine\nprovision: " + provision + "\n");
        return new Profiles(Optional.empty()).load(folder.resolve("mine.yaml").toString());
    }
}
