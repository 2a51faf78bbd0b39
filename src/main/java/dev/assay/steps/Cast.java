package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.identity.token.IdToken;
import dev.assay.identity.workload.Repository;
import dev.assay.identity.workload.Workload;
import dev.assay.registry.Outcome;
import dev.assay.registry.Provisioner.Account;
import dev.assay.registry.PublisherPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Who and what a scenario is about: accounts, packages, the repository and its workload. */
final class Cast {
    static final String WORKFLOW = "release.yml";

    private final World world;
    private final String prefix;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private @Nullable Repository repository;
    private Optional<Workload> workload = Optional.empty();
    private Optional<String> publisher = Optional.empty();
    private Optional<String> otherPackage = Optional.empty();
    private Optional<String> registryToken = Optional.empty();
    private final List<Artifact> published = new ArrayList<>();
    private Optional<IdToken> presented = Optional.empty();
    private List<Outcome> raced = List.of();
    private int fetchesBefore;
    private boolean changedHands;
    private final AtomicInteger versions = new AtomicInteger();
    private final Map<String, String> bound = new ConcurrentHashMap<>();

    Cast(World world, String prefix) {
        this.world = world;
        this.prefix = prefix;
    }

    /** What every name of this scenario begins with. */
    String prefix() {
        return prefix;
    }

    /** The package that the scenario is about. */
    String packageName() {
        return prefix.replace("-", world.profile().publish().nameSeparator());
    }

    /** A name for a further package. */
    String packageName(String word) {
        return (prefix + "-" + word).replace("-", world.profile().publish().nameSeparator());
    }

    /** Another package. */
    String otherPackage() {
        return otherPackage.orElseThrow(() -> new IllegalStateException("no other package was introduced"));
    }

    void introduceOtherPackage(String name) {
        otherPackage = Optional.of(name);
    }

    /** Who owns the package. */
    Account owner() {
        return account("owner");
    }

    /** Who owns a package now. */
    Account holder(String name) {
        return changedHands && name.equals(packageName()) ? stranger() : owner();
    }

    /** The package is the stranger's from now on. */
    void changesHands() {
        changedHands = true;
    }

    /** Somebody without rights over the package. */
    Account stranger() {
        if (world.provisioner().isLive()) {
            world.requiresOperation("account", "act as somebody else");
        }
        return account("stranger");
    }

    private Account account(String role) {
        return accounts.computeIfAbsent(role, r -> world.provisioner().account(prefix + "-" + r));
    }

    /** The repository that the policy names, created on the forge when first asked for. */
    Repository repository() {
        if (repository == null) {
            var forge = world.scene().stage().forge();
            repository = forge.createRepository(forge.createOwner(prefix), "widget");
        }
        return repository;
    }

    /** The workload that the policy trusts. */
    Workload workload() {
        return workload.orElseGet(() -> Workload.of(repository(), WORKFLOW));
    }

    void trusts(Workload trusted) {
        workload = Optional.of(trusted);
    }

    /** The policy that describes a workload exactly. */
    PublisherPolicy policyFor(Workload described) {
        var owner = described.repository().owner();
        return new PublisherPolicy(
                world.rules().name(),
                owner.login(),
                described.repository().name(),
                described.job().workflowFile(),
                described.job().environment(),
                Long.toString(owner.id()),
                Long.toString(described.repository().id()));
    }

    /** The registry's name for the package's policy. */
    String publisher() {
        return publisher.orElseThrow(() -> new IllegalStateException("no trusted publisher was configured"));
    }

    void configured(String publisherId) {
        publisher = Optional.of(publisherId);
    }

    /** The registry token that the scenario speaks of. */
    String registryToken() {
        return registryToken.orElseThrow(() -> new IllegalStateException("no registry token was introduced"));
    }

    void holds(String token) {
        registryToken = Optional.of(token);
    }

    /** What was offered for publishing, the latest last. */
    List<Artifact> published() {
        return List.copyOf(published);
    }

    void published(Artifact artifact) {
        published.add(artifact);
    }

    /** The ID token that the scenario speaks of. */
    IdToken presented() {
        return presented.orElseThrow(() -> new IllegalStateException("no ID token was introduced"));
    }

    void presented(IdToken token) {
        presented = Optional.of(token);
    }

    /** What came of attempts that were made at once. */
    List<Outcome> raced() {
        return raced;
    }

    void raced(List<Outcome> outcomes) {
        raced = List.copyOf(outcomes);
    }

    /** How often the issuer had been asked before it got interesting. */
    int fetchesBefore() {
        return fetchesBefore;
    }

    void fetchesBefore(int count) {
        fetchesBefore = count;
    }

    /** A version that this scenario has not used. */
    String nextVersion() {
        return "1." + versions.getAndIncrement() + ".0";
    }

    /** An ID token that is good for one version only. */
    void bound(String token, String version) {
        bound.put(token, version);
    }

    /** The version that somebody with this token can publish: the only one that it is good for, or a new one. */
    String versionFor(String token) {
        var only = bound.get(token);
        return only == null ? nextVersion() : only;
    }
}
