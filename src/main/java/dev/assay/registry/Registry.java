package dev.assay.registry;

import dev.assay.artifact.Artifact;
import dev.assay.profile.Operation;
import dev.assay.profile.Profile;
import dev.assay.registry.Transcript.Purpose;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The registry under test: everything that anybody can ask of it, in the words of its profile. */
public final class Registry {
    private static final String NAME = "{artifact.name";
    /** With what encodes it. */
    private static final Pattern NAME_IN_ADDRESS = Pattern.compile("\\{artifact\\.name[^}]*}");

    private static final String ADDRESSEE = "{addressee";
    private static final String KEY_SET = "/.well-known/jwks.json";

    private final Profile profile;
    private final Conversation conversation;
    private final Templates templates;
    private final Ledger ledger;
    private Optional<String> audience = Optional.empty();

    /** The registry that is spoken with; nobody writes down what comes into being there. */
    public Registry(Profile profile, Conversation conversation, Templates templates) {
        this(profile, conversation, templates, Ledger.none());
    }

    /** The registry that is spoken with, and where it is written down what comes into being there. */
    public Registry(Profile profile, Conversation conversation, Templates templates, Ledger ledger) {
        this.profile = profile;
        this.conversation = conversation;
        this.templates = templates;
        this.ledger = ledger;
    }

    /**
     * The audience that an ID token for this registry is made for.
     *
     * @throws UnanswerableException if the registry does not say
     */
    public String audience() {
        var known = audience.orElseGet(this::askForAudience);
        audience = Optional.of(known);
        return known;
    }

    private String askForAudience() {
        var rule = profile.audience();
        if (rule.literal().isPresent()) {
            return templates.render(rule.literal().get(), conversation.constants());
        }
        var outcome = conversation.attempt(
                rule.discover().orElseThrow(), Purpose.of("CI job", "discovery of the audience"), Map.of());
        if (outcome instanceof Outcome.Granted granted) {
            return granted.value("audience").orElseThrow();
        }
        throw new UnanswerableException("the audience could not be discovered: " + outcome.describe());
    }

    /** Whether ID tokens are exchanged here; otherwise they publish by themselves. */
    public boolean exchanges() {
        return profile.exchange().isPresent();
    }

    /** Whether whoever exchanges an ID token says for which package. */
    public boolean exchangeNamesPackage() {
        return profile.exchange()
                .filter(operation -> operation.mentions("package"))
                .isPresent();
    }

    /**
     * Offers an ID token for a registry token.
     *
     * @param packageName what it is wanted for
     * @param owner name of the account that owns the package, for registries that ask whose policies count
     */
    public Outcome exchange(String idToken, String packageName, String owner, Purpose purpose) {
        var operation = profile.exchange().orElseThrow();
        return conversation.attempt(
                operation, purpose, Map.of("idToken", idToken, "package", packageName, "owner", owner));
    }

    /** Offers an artifact, on the strength of a token. */
    public Outcome publish(String token, Artifact artifact, Purpose purpose) {
        return publish(profile.publish().operation(), token, artifact, purpose);
    }

    /**
     * Offers an artifact at addresses that belong to another package.
     *
     * @param packageName the package that the addresses name
     * @return empty if no address on the way of an upload names a package
     */
    public Optional<Outcome> publishAt(String packageName, String token, Artifact artifact, Purpose purpose) {
        return publishAt(address -> address.replace(NAME, ADDRESSEE), packageName, token, artifact, purpose);
    }

    /**
     * Offers an artifact at addresses with something else in place of the package's name, which is sent as it stands.
     *
     * @return empty if no address on the way of an upload names a package
     */
    public Optional<Outcome> publishByWayOf(String path, String token, Artifact artifact, Purpose purpose) {
        return publishAt(
                address -> NAME_IN_ADDRESS.matcher(address).replaceAll(ADDRESSEE + "}"),
                path,
                token,
                artifact,
                purpose);
    }

    private Optional<Outcome> publishAt(
            UnaryOperator<String> change, String addressee, String token, Artifact artifact, Purpose purpose) {
        var operation = profile.publish().operation();
        return operation
                        .chain()
                        .flatMap(step -> step.request().address().stream())
                        .anyMatch(address -> address.contains(NAME))
                ? Optional.of(conversation.attempt(
                        operation.withRequests(request -> request.withAddress(change)),
                        purpose,
                        Map.of("token", token, "artifact", values(artifact), "addressee", addressee),
                        Optional.of(artifact)))
                : Optional.empty();
    }

    /** Offers an artifact with a credential of a kind that was abolished, if the profile says that one was. */
    public Optional<Outcome> publishAbolished(Artifact artifact, Purpose purpose) {
        return profile.publish().abolished().map(operation -> publish(operation, "", artifact, purpose));
    }

    private Outcome publish(Operation operation, String token, Artifact artifact, Purpose purpose) {
        return conversation.attempt(
                operation, purpose, Map.of("token", token, "artifact", values(artifact)), Optional.of(artifact));
    }

    /**
     * Offers an artifact in a request that is changed after it was written.
     *
     * @return empty if no request of the profile's carries an artifact as it is
     */
    public Optional<Outcome> publishChanged(
            String token, Artifact artifact, UnaryOperator<Wire.Request> change, Purpose purpose) {
        var operation = profile.publish().operation();
        return anyUpload(RequestWriter::carriesArtifact)
                ? Optional.of(conversation.attemptChanged(
                        operation, purpose, Map.of("token", token, "artifact", values(artifact)), artifact, change))
                : Optional.empty();
    }

    /** Whether an artifact is sent as it is, with nothing around it. */
    public boolean uploadsBareFiles() {
        return anyUpload(Operation.Request::file);
    }

    private boolean anyUpload(Predicate<Operation.Request> is) {
        return profile.publish().operation().chain().map(Operation::request).anyMatch(is);
    }

    private static Map<String, Object> values(Artifact artifact) {
        return Map.of(
                "name", artifact.name(),
                "version", artifact.version(),
                "fileName", artifact.fileName(),
                "length", artifact.content().length,
                "base64", Base64.getEncoder().encodeToString(artifact.content()),
                "sha1", artifact.digest("SHA-1"),
                "sha256", artifact.sha256(),
                "sha256Base64", artifact.digestBase64("SHA-256"),
                "sha512Base64", artifact.digestBase64("SHA-512"));
    }

    /** Asks for the key set that a registry publishes which signs with keys of its own. */
    public Outcome publishedKeys(Purpose purpose) {
        var found = new Operation.Answer(List.of(200), Map.of(), Map.of("keys", "body"));
        var operation =
                new Operation(List.of(), false, Operation.Request.of("GET", KEY_SET), found, List.of(), List.of());
        return conversation.attempt(operation, purpose, Map.of());
    }

    /** Looks at a version as any reader can, through a view of the profile. */
    public Optional<Outcome> read(String view, String packageName, String version) {
        return Optional.ofNullable(profile.readBack().get(view))
                .map(operation -> conversation.attempt(
                        operation,
                        Purpose.of("reader", "look at version " + version),
                        Map.of("package", packageName, "version", version)));
    }

    /** Whether the profile says how to carry out an operation of its provisioning. */
    public boolean offers(String operation) {
        return profile.provision().offers(operation);
    }

    /**
     * Carries out an operation of the profile's provisioning, if the profile says how: over HTTP, or by a program.
     *
     * @throws Provisioner.UnsupportedException if a program answers that it cannot do such a thing
     */
    public Optional<Outcome> administer(String operation, Purpose purpose, Map<String, ?> values) {
        if (!offers(operation)) {
            return Optional.empty();
        }
        Runnable writeDown = () -> ledger.before(operation, values);
        var outcome = profile.provision()
                .program(operation)
                .map(program -> conversation.run(program, operation, purpose, values, writeDown))
                .or(() -> profile.provision()
                        .operation(operation)
                        .map(request -> conversation.attempt(request, purpose, values, Optional.empty(), writeDown)));
        outcome.ifPresent(known -> ledger.after(operation, values, known));
        return outcome;
    }

    /**
     * Carries out an owner's operation with the credential where an upload has its token.
     *
     * @return empty if the profile knows no such place, or if it is where the operation has its credential anyway
     */
    public Optional<Outcome> administerAsWithUploads(String operation, Purpose purpose, Map<String, ?> values) {
        return profile.provision()
                .operation(operation)
                .flatMap(request -> UploadCredential.of(profile.publish().operation())
                        .flatMap(credential -> credential.in(request)))
                .map(request -> {
                    ledger.before(operation, values);
                    var outcome = conversation.attempt(request, purpose, values);
                    ledger.after(operation, values, outcome);
                    return outcome;
                });
    }

    /** Sends an operation that no profile lists, such as a malformed request; it may offer an artifact. */
    public Outcome attempt(Operation operation, Purpose purpose, Map<String, ?> values, Artifact artifact) {
        var all = new HashMap<String, Object>(values);
        all.put("artifact", values(artifact));
        return conversation.attempt(operation, purpose, all, Optional.of(artifact));
    }

    /** The registry did not answer a question without which nothing else can be asked. */
    public static final class UnanswerableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnanswerableException(String message) {
            super(message);
        }
    }
}
