package dev.assay.identity.server;

import dev.assay.identity.workload.Owner;
import dev.assay.identity.workload.Repository;
import dev.assay.identity.workload.Visibility;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Owners and repositories of a forge. Names are compared without regard to case, as GitHub does; ids are never used twice. */
final class ForgeAccounts {

    private static final int SMALLEST_ID = 1_000_000;

    private final Map<Long, Owner> owners = new LinkedHashMap<>();
    private final Map<Long, Repository> repositories = new LinkedHashMap<>();
    private final Map<String, Long> formerNames = new HashMap<>();
    private final Set<Long> usedIds = new HashSet<>();
    private final RandomGenerator random;

    /** An empty forge that draws its ids from here. */
    ForgeAccounts(RandomGenerator random) {
        this.random = random;
    }

    synchronized Owner createOwner(String login) {
        refuseTaken(ownerNamed(login).isPresent(), login);
        var owner = new Owner(login, freshId());
        owners.put(owner.id(), owner);
        return owner;
    }

    synchronized void deleteOwner(Owner owner) {
        owners.remove(owner.id());
        repositories.values().removeIf(repository -> repository.owner().id() == owner.id());
    }

    synchronized Owner renameOwner(Owner owner, String login) {
        refuseTaken(ownerNamed(login).isPresent(), login);
        var renamed = new Owner(login, owner.id());
        owners.put(owner.id(), renamed);
        repositories.values().stream()
                .filter(repository -> repository.owner().id() == owner.id())
                .toList()
                .forEach(repository -> replace(repository, repository.withOwner(renamed)));
        return renamed;
    }

    synchronized Repository createRepository(Owner owner, String name) {
        var repository = new Repository(owner, name, freshId(), Visibility.PUBLIC);
        refuseTaken(repositoryNamed(owner.login(), name).isPresent(), repository.fullName());
        repositories.put(repository.id(), repository);
        return repository;
    }

    synchronized void deleteRepository(Repository repository) {
        repositories.remove(repository.id());
    }

    synchronized Repository replace(Repository old, Repository changed) {
        repositories.put(old.id(), changed);
        if (!key(old.fullName()).equals(key(changed.fullName()))) {
            formerNames.put(key(old.fullName()), old.id());
        }
        return changed;
    }

    synchronized Optional<Owner> ownerNamed(String login) {
        return owners.values().stream()
                .filter(owner -> key(owner.login()).equals(key(login)))
                .findFirst();
    }

    synchronized Optional<Owner> ownerNumbered(long id) {
        return Optional.ofNullable(owners.get(id));
    }

    synchronized Optional<Repository> repositoryNamed(String login, String name) {
        return repositories.values().stream()
                .filter(repository -> key(repository.fullName()).equals(key(login + "/" + name)))
                .findFirst();
    }

    synchronized Optional<Repository> repositoryNumbered(long id) {
        return Optional.ofNullable(repositories.get(id));
    }

    /** The repository that had this name, if it still exists under another. */
    synchronized Optional<Repository> movedFrom(String login, String name) {
        return Optional.ofNullable(formerNames.get(key(login + "/" + name))).flatMap(this::repositoryNumbered);
    }

    private long freshId() {
        while (true) {
            var id = (long) SMALLEST_ID + random.nextInt(Integer.MAX_VALUE - SMALLEST_ID);
            if (usedIds.add(id)) {
                return id;
            }
        }
    }

    private static void refuseTaken(boolean taken, String name) {
        if (taken) {
            throw new IllegalStateException("The name '" + name + "' is taken on this forge");
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
