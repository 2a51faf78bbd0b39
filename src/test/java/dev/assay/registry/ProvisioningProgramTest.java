package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.profile.Provisioning.Program;
import dev.assay.registry.Outcome.Broken;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Outcome.Kind;
import dev.assay.registry.Outcome.Refused;
import dev.assay.registry.Provisioner.UnsupportedException;
import dev.assay.registry.Transcript.Purpose;
import dev.assay.result.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations that a program of the user's carries out, here a line of shell. */
class ProvisioningProgramTest {
    private static final String SESSION = "session-0123456789abcdef";

    @TempDir
    Path folder;

    private final Secrets secrets = new Secrets();
    private final Transcript transcript = new Transcript(secrets);

    @Test
    void theProgramReadsOneJsonObjectAndItsAnswerBecomesValues() throws Exception {
        var outcome = perform("cat > seen.json; echo '{\"id\": 7, \"tags\": [1], \"none\": null}'");

        assertThat(outcome).isEqualTo(new Granted(0, Map.of("id", "7", "tags", "[1]")));
        assertThat(Files.readString(folder.resolve("seen.json")))
                .isEqualTo("{\"operation\":\"publisher\",\"runId\":\"r1\",\"target\":\"http://127.0.0.1:1\","
                        + "\"issuer\":\"https://issuer.example\",\"package\":\"p\","
                        + "\"publisher\":{\"issuer\":\"https://issuer.example\",\"owner\":\"o\"}}");
    }

    @Test
    void aProgramThatSaysNothingHasDoneIt() {
        assertThat(perform("true")).isEqualTo(new Granted(0, Map.of()));
    }

    @Test
    void theEnvironmentIsPassedOnAndNamesTheOperation() {
        assertThat(perform("echo \"{\\\"id\\\": \\\"$ASSAY_OPERATION ${PATH:+path}\\\"}\""))
                .isEqualTo(new Granted(0, Map.of("id", "publisher path")));
    }

    @Test
    void anExitCodeIsAFailureThatIsToldByTheFirstLineOnStandardError() {
        var outcome = perform("echo '{\"id\": 1}'; echo; echo 'no such table' >&2; echo more >&2; exit 3");

        assertThat(outcome)
                .isEqualTo(new Broken(Kind.UNEXPECTED, "the command sh ended with exit code 3: no such table"));
        assertThat(only().response().orElseThrow().status()).isEqualTo(3);
        assertThat(only().response().orElseThrow().body())
                .hasValueSatisfying(body ->
                        assertThat(body).contains("no such table", "more").doesNotContain("\"id\""));
    }

    @Test
    void whatTheProgramCannotDoIsUnsupportedWithItsReason() {
        assertThatThrownBy(() -> perform("echo '{\"unsupported\": \"no clock to move\"}'"))
                .isInstanceOf(UnsupportedException.class)
                .hasMessage("the provisioning command does not support 'publisher': no clock to move");
        assertThat(only().outcome()).hasValueSatisfying(text -> assertThat(text).contains("not supported"));
    }

    @Test
    void aRefusalIsTheRegistrysOwn() {
        assertThat(perform("echo '{\"refused\": \"not the owner\"}'"))
                .isEqualTo(new Refused(0, Map.of("message", "not the owner")));
    }

    @Test
    void anAnswerThatIsNoObjectIsBroken() {
        assertThat(perform("echo done")).isInstanceOf(Broken.class);
        assertThat(perform("echo '[]'")).isInstanceOf(Broken.class);
        assertThat(perform("echo '{} {}'")).isInstanceOf(Broken.class);
    }

    @Test
    void aProgramThatHangsIsEndedWithEverythingThatItStarted() {
        var began = Instant.now();

        var outcome = perform("echo $$ > pid; sleep 60 & sleep 60", 1);

        assertThat(outcome).isEqualTo(new Broken(Kind.TIMEOUT, "the command sh did not end within 1 s"));
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aProcessLeftInTheBackgroundDelaysNothing() {
        var began = Instant.now();

        assertThat(perform("sleep 45 & echo '{\"id\": 1}'", 40)).isEqualTo(new Granted(0, Map.of("id", "1")));
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(35));
    }

    @Test
    void aProgramThatPrintsWithoutEndIsStopped() {
        assertThat(perform("yes", 20))
                .isEqualTo(new Broken(Kind.UNEXPECTED, "the command sh printed more than 65536 bytes"));
    }

    @Test
    void theCallIsEvidenceWithoutItsSecretsAndNoAnswerOfTheRegistry() {
        secrets.add(SESSION);
        perform(
                "echo '{\"session\": \"" + SESSION + "\", \"token\": \"new-token-0123456789\"}'",
                Map.of("credential", SESSION));

        assertThat(only().to()).isEqualTo("provisioning command");
        assertThat(only().request().method()).isEqualTo("RUN");
        assertThat(only().request().url()).isEqualTo("command:publisher");
        assertThat(only().toString())
                .doesNotContain(SESSION, "new-token-0123456789")
                .contains("session-…");
        assertThat(transcript.answers()).isEmpty();
        assertThat(transcript.firstEcho()).isEmpty();
    }

    private Message only() {
        var messages = transcript.messages();
        return messages.get(messages.size() - 1);
    }

    private Outcome perform(String script) {
        return perform(script, 20);
    }

    private Outcome perform(String script, int timeoutSeconds) {
        return perform(script, timeoutSeconds, Map.of());
    }

    private Outcome perform(String script, Map<String, Object> more) {
        return perform(script, 20, more);
    }

    private Outcome perform(String script, int timeoutSeconds, Map<String, Object> more) {
        var values = new java.util.HashMap<String, Object>(more);
        values.put("package", "p");
        values.put("publisher", Map.of("owner", "o", "environment", false));
        var constants = Map.<String, Object>of(
                "run", Map.of("id", "r1"),
                "target", Map.of("url", "http://127.0.0.1:1"),
                "issuer", "https://issuer.example");
        return new CommandAdministration(transcript, secrets, constants)
                .perform(
                        new Program(List.of("sh", "-c", script), folder, timeoutSeconds, Set.of()),
                        "publisher",
                        new Purpose("maintainer", "registry", "configure", Optional.empty()),
                        values);
    }
}
