package dev.assay.steps;

import static java.util.Map.entry;

import dev.assay.identity.workload.Repository;
import dev.assay.identity.workload.ReusableWorkflow;
import dev.assay.identity.workload.Workload;
import java.util.Map;
import java.util.function.BiFunction;

/** Workloads that resemble the trusted one in everything but what the sentence says. */
final class Elsewhere {
    private static final Map<String, BiFunction<World, Workload, Workload>> PLACES = Map.ofEntries(
            entry("in another repository of the same owner", (w, j) -> repository(w, j, "gadget")),
            entry(
                    "in a repository whose name starts the same",
                    (w, j) -> repository(w, j, j.repository().name() + "-x")),
            entry(
                    "in a repository whose name ends the same",
                    (w, j) -> repository(w, j, "x-" + j.repository().name())),
            entry("in a fork of the repository", (w, j) -> owner(w, j, w.cast().prefix() + "-forker")),
            entry(
                    "in a repository of the same name elsewhere",
                    (w, j) -> owner(w, j, w.cast().prefix() + "-else")),
            entry(
                    "under an owner whose name starts the same",
                    (w, j) -> owner(w, j, w.cast().prefix() + "x")),
            entry(
                    "under an owner whose name ends the same",
                    (w, j) -> owner(w, j, "x" + w.cast().prefix())),
            entry("from another workflow file", (w, j) -> j.withWorkflowFile("build.yml")),
            entry("from a workflow file whose name ends the same", (w, j) -> j.withWorkflowFile("pre" + Cast.WORKFLOW)),
            entry(
                    "from a workflow file whose name starts the same",
                    (w, j) -> j.withWorkflowFile(Cast.WORKFLOW + "x.yml")),
            entry("from a workflow file with the other YAML suffix", (w, j) -> j.withWorkflowFile("release.yaml")),
            entry(
                    "from another workflow file with the title of the trusted one",
                    (w, j) -> j.withWorkflowFile("build.yml").withWorkflowTitle(Cast.WORKFLOW)),
            entry(
                    "from a workflow file with the trusted name before an @",
                    (w, j) -> j.withWorkflowFile(Cast.WORKFLOW + "@evil.yml")),
            entry(
                    "from a branch that spells the path of the trusted workflow",
                    (w, j) -> j.withWorkflowFile("build.yml")
                            .withRef("refs/heads/x/.github/workflows/" + Cast.WORKFLOW + "@refs/heads/main")),
            entry("from the trusted workflow file on a tag with an @ in its name", Elsewhere::onTagWithAt),
            entry("in another environment", (w, j) -> j.withEnvironment("staging")),
            entry("without an environment", (w, j) -> j.withoutEnvironment()),
            entry("in an environment whose name starts the same", (w, j) -> j.withEnvironment("release-candidate")),
            entry("in an environment whose name ends the same", (w, j) -> j.withEnvironment("prerelease")));

    private Elsewhere() {}

    /** Where versions belong to refs, the job is on the version's own, which has an @ in it or has not. */
    private static Workload onTagWithAt(World world, Workload job) {
        var ref = world.rules().ref();
        if (ref.isEmpty()) {
            return job.withRef("refs/tags/" + job.repository().name() + "@1.0.0");
        }
        if (!ref.get().contains("@")) {
            throw new Inapplicable(world.profile().title() + " lets runs on " + ref.get()
                    + " publish and no others, and that has no @ in it");
        }
        return job;
    }

    /**
     * The same job somewhere else.
     *
     * @param place as a sentence says it
     */
    static Workload runs(World world, String place) {
        var move = PLACES.get(place);
        if (move == null) {
            throw new IllegalArgumentException("no place is called '" + place + "'; known are "
                    + String.join(", ", PLACES.keySet().stream().sorted().toList()));
        }
        if (place.contains("workflow")) {
            requiresWorkflow(world);
        }
        return move.apply(world, world.cast().workload());
    }

    /** Ends the scenario unless policies name a workflow file. */
    static void requiresWorkflow(World world) {
        if (!world.rules().names("workflow")) {
            throw new Inapplicable("policies at " + world.profile().title() + " name no workflow file");
        }
    }

    /** The same job from another workflow file, or, where policies name none, in another repository of the same owner. */
    static Workload fromOtherFile(World world, String file) {
        var job = world.cast().workload();
        return world.rules().names("workflow") ? job.withWorkflowFile(file) : repository(world, job, "gadget");
    }

    /** A workflow of another repository that defines the job of a workload. */
    static ReusableWorkflow reusable(Repository holder, Workload caller) {
        return new ReusableWorkflow(
                holder.fullName(),
                Cast.WORKFLOW,
                "refs/heads/main",
                caller.start().sha());
    }

    static Repository otherRepository(World world, Workload like, String ownerLogin) {
        var forge = world.scene().stage().forge();
        return forge.createRepository(
                forge.createOwner(ownerLogin), like.repository().name());
    }

    /** The same job in another repository of the same owner. */
    static Workload repository(World world, Workload job, String name) {
        var forge = world.scene().stage().forge();
        return job.withRepository(forge.createRepository(job.repository().owner(), name));
    }

    private static Workload owner(World world, Workload job, String login) {
        return job.withRepository(otherRepository(world, job, login));
    }
}
