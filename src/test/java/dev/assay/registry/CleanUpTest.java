package dev.assay.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.registry.Ledger.Entry;
import dev.assay.registry.Provisioner.NotProvisionedException;
import dev.assay.registry.Provisioner.UnsupportedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that is a folder of files, and a program that creates and removes them. */
class CleanUpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PROGRAM = """
            request=$(cat)
            member() { printf %s "$request" | sed -n "s/.*\\"$1\\":\\"\\([^\\"]*\\)\\".*/\\1/p"; }
            case $ASSAY_OPERATION in
              account) touch "account-$(member account)"; echo '{"session":"session-of-somebody"}';;
              package) touch "package-$(member package)";;
              publisher) touch "publisher-$(member package)"; echo '{"id":"9"}';;
              removePackage) rm "package-$(member package)";;
              removePublisher) rm "publisher-$(member package)";;
              removeAccount) rm "account-$(member account)";;
              *) echo '{"unsupported":"never heard of it"}';;
            esac
            """;

    @TempDir
    Path folder;

    private final Secrets secrets = new Secrets();
    private Wire wire;

    @BeforeEach
    void open() {
        wire = Wire.open(Duration.ofSeconds(5), Optional.empty());
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void whatWasCreatedIsWrittenDownWithoutSecretsAndRemoved() throws Exception {
        var ledger = Ledger.in(folder.resolve("run.jsonl"));
        provision(PROGRAM, ledger);

        assertThat(Files.readAllLines(folder.resolve("run.jsonl"), UTF_8))
                .containsExactly(
                        "{\"kind\":\"account\",\"name\":\"alice\"}",
                        "{\"kind\":\"package\",\"name\":\"widget\",\"account\":\"alice\"}",
                        "{\"kind\":\"publisher\",\"name\":\"9\",\"account\":\"alice\",\"packageName\":\"widget\"}");

        var result = cleanUp(PROGRAM, Ledger.in(folder.resolve("run.jsonl"))).run();

        assertThat(result.left()).isEmpty();
        assertThat(result.removed()).extracting(Entry::kind).containsExactly("package", "publisher", "account");
        assertThat(names()).containsExactly("publisher-widget");
    }

    @Test
    void whatIsWrittenDownIsThereBeforeTheRequestGoesOut() throws Exception {
        var ledger = Ledger.in(folder.resolve("run.jsonl"));
        var program = "[ $ASSAY_OPERATION = account ] || ! grep -q '\"widget\"' run.jsonl || touch in-time";

        provision(program, ledger);

        assertThat(folder.resolve("in-time")).exists();
    }

    @Test
    void whatCannotBeRemovedStaysInTheLedgerWithTheReason() throws Exception {
        var stubborn =
                PROGRAM.replace("rm \"package-", "echo 'it is in use, session-of-somebody' >&2; exit 1; rm \"package-");
        var file = folder.resolve("run.jsonl");
        provision(stubborn, Ledger.in(file));

        var result = cleanUp(stubborn, Ledger.in(file)).run();

        assertThat(result.removed()).extracting(Entry::kind).containsExactly("publisher");
        assertThat(result.left()).extracting(left -> left.entry().kind()).containsExactly("package", "account");
        assertThat(result.left().get(0).reason()).contains("it is in use").doesNotContain("session-of-somebody");
        assertThat(Ledger.in(file).entries()).extracting(Entry::name).containsExactly("alice", "widget");
        assertThat(names()).contains("package-widget", "account-alice").doesNotContain("publisher-widget");
    }

    @Test
    void aNameThatChangedHandsIsRemovedOnceByTheOneWhoHasIt() throws Exception {
        var strict = PROGRAM.replace("rm \"package-", "[ $(member actor) = bob ] || exit 1; rm \"package-");
        var file = folder.resolve("run.jsonl");
        provision(strict, Ledger.in(file));
        var provisioner = new ProvisioningByOperations(registry(strict, Ledger.in(file)), secrets);
        provisioner.createPackage(provisioner.account("bob"), "widget");

        var result = cleanUp(strict, Ledger.in(file)).run();

        assertThat(result.left()).isEmpty();
        assertThat(result.removed()).extracting(Entry::account).containsSequence("bob", "alice");
        assertThat(names()).containsExactly("publisher-widget");
    }

    @Test
    void aRegistryThatCleansAllAtOnceIsAskedOnceAndByName() throws Exception {
        var atOnce = PROGRAM.replace("*) echo", "clean) printf %s \"$request\" > cleaned; rm -- *-*;;\n  *) echo");
        var file = folder.resolve("run.jsonl");
        provision(atOnce, Ledger.in(file));

        var result = cleanUp(atOnce, Ledger.in(file)).run();

        assertThat(result.left()).isEmpty();
        assertThat(Files.readString(folder.resolve("cleaned")))
                .contains("\"packages\":[\"widget\"]", "\"accounts\":[\"alice\"]");
        assertThat(names()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void withoutTimeEverythingStaysInTheLedger() throws Exception {
        var file = folder.resolve("run.jsonl");
        provision(PROGRAM, Ledger.in(file));

        var result = new CleanUp(
                        registry(PROGRAM, Ledger.none()), provisioner(PROGRAM), Ledger.in(file), secrets, Duration.ZERO)
                .run();

        assertThat(result.removed()).isEmpty();
        assertThat(Ledger.in(file).entries()).hasSize(3);
    }

    @Test
    void whatCannotEvenBeAskedForIsNotWrittenDown() throws Exception {
        var ledger = Ledger.in(folder.resolve("run.jsonl"));
        var provisioner = new ProvisioningByOperations(
                registry(overHttp("account: {request: {path: '/{acount}'}}"), ledger), secrets);

        assertThatThrownBy(() -> provisioner.account("alice")).hasMessageContaining("acount");

        assertThat(ledger.entries()).isEmpty();
        assertThat(folder.resolve("run.jsonl")).doesNotExist();
    }

    @Test
    void whatWasAskedForIsWrittenDownEvenIfNoAnswerComes() throws Exception {
        var ledger = Ledger.in(folder.resolve("run.jsonl"));
        var provisioner =
                new ProvisioningByOperations(registry(overHttp("account: {request: {path: /a}}"), ledger), secrets);

        assertThatThrownBy(() -> provisioner.account("alice")).isInstanceOf(NotProvisionedException.class);

        assertThat(ledger.entries()).containsExactly(new Entry("account", "alice", "", ""));
    }

    @Test
    void whatCannotEvenBeAskedToGoStaysWithTheReason() throws Exception {
        var file = folder.resolve("run.jsonl");
        provision(PROGRAM, Ledger.in(file));
        var misspelt = overHttp("account: null", "removePackage: {request: {path: '/{pakage}'}}");

        var result = new CleanUp(
                        registry(misspelt, Ledger.none()),
                        new ProvisioningByOperations(registry(misspelt, Ledger.none()), secrets),
                        Ledger.in(file),
                        secrets,
                        PATIENCE)
                .run();

        assertThat(result.left())
                .first()
                .satisfies(left -> assertThat(left.reason()).contains("pakage"));
        assertThat(Ledger.in(file).entries()).extracting(Entry::name).contains("widget");
    }

    @Test
    void afterTheRunWasStoppedNothingMoreComesIntoBeing() {
        var ledger = Ledger.in(folder.resolve("run.jsonl"));
        ledger.seal();

        assertThatThrownBy(() -> provision(PROGRAM, ledger)).isInstanceOf(UnsupportedException.class);
        assertThat(folder.resolve("account-alice")).doesNotExist();
    }

    @Test
    void aLineThatWasCutOffByACrashIsNoObstacle() throws Exception {
        var file = folder.resolve("run.jsonl");
        Files.writeString(file, "{\"kind\":\"account\",\"name\":\"alice\"}\n{\"kind\":\"pack");

        assertThat(Ledger.in(file).entries()).containsExactly(new Entry("account", "alice", "", ""));
    }

    private void provision(String program, Ledger ledger) throws IOException {
        var provisioner = new ProvisioningByOperations(registry(program, ledger), secrets);
        var owner = provisioner.account("alice");
        provisioner.createPackage(owner, "widget");
        provisioner.addPublisher(
                owner, "widget", new PublisherPolicy("github", "o", "r", "release.yml", Optional.empty(), "1", "2"));
    }

    private CleanUp cleanUp(String program, Ledger ledger) throws IOException {
        return new CleanUp(registry(program, Ledger.none()), provisioner(program), ledger, secrets, PATIENCE);
    }

    private Provisioner provisioner(String program) throws IOException {
        return new ProvisioningByOperations(registry(program, Ledger.none()), secrets);
    }

    private Registry registry(String program, Ledger ledger) throws IOException {
        return registry(profile(program), ledger);
    }

    private Registry registry(Profile profile, Ledger ledger) {
        var conversation = new Conversation(
                wire,
                new Templates(),
                URI.create("http://127.0.0.1:9"),
                new Transcript(secrets),
                secrets,
                Map.of("run", Map.of("id", "r1")));
        return new Registry(profile, conversation, new Templates(), ledger);
    }

    /** A profile of a registry where nobody listens. */
    private Profile overHttp(String... operations) throws IOException {
        var file = Files.writeString(
                folder.resolve("http.yaml"),
                "extends: pypi\nprovision: {operations: {" + String.join(", ", operations) + "}}\n");
        return new Profiles(Optional.empty()).load(file.toString());
    }

    private Profile profile(String program) throws IOException {
        Files.writeString(folder.resolve("provision"), program);
        Files.writeString(folder.resolve("mine.yaml"), """
                extends: pypi
                id: mine
                provision: {by: command, command: {run: [sh, provision]}}
                """);
        return new Profiles(Optional.empty()).load(folder.resolve("mine.yaml").toString());
    }

    /** What is in the registry. */
    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("-"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void variablesOfTheEnvironmentAreSecretsOnceTheyAreUsed() {
        var variables = new EnvironmentValues(Map.of("ADMIN", "correct-horse-battery"), secrets);

        assertThat(secrets.redact("correct-horse-battery")).isEqualTo("correct-horse-battery");
        assertThat(new Templates().render("Bearer {env.ADMIN}", Map.of("env", variables)))
                .isEqualTo("Bearer correct-horse-battery");
        assertThat(secrets.redact("x correct-horse-battery")).doesNotContain("horse");
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        var variables = new EnvironmentValues(Map.of(), secrets);

        assertThatThrownBy(() -> new Templates().render("Bearer {env.ADMIN}", Map.of("env", variables)))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("ADMIN");
    }
}
