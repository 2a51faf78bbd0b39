package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RunHelpTest {
    @Test
    void itSaysThatSeveralProfilesCanDriveOneTarget() {
        var out = new StringWriter();

        var exitCode =
                AssayCommand.commandLine().setOut(new PrintWriter(out, true)).execute("run", "--help");

        assertThat(exitCode).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("Several profiles make one report", "compares ways to configure it")
                .contains("assay run by-name.yaml by-id.yaml --target ");
    }
}
