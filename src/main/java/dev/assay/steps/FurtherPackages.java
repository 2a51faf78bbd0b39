package dev.assay.steps;

import dev.assay.profile.Promise;
import java.util.List;
import java.util.stream.IntStream;

/** Packages of the same owner beside the one that a scenario is about. */
record FurtherPackages(World world) {

    /** A package without a policy; its name. */
    String empty(String word) {
        var name = world.cast().packageName(word);
        world.provisioner().createPackage(world.cast().owner(), name);
        return name;
    }

    /** Lets the scenario's workload publish a package. */
    void trust(String name) {
        var cast = world.cast();
        world.provisioner().addPublisher(cast.owner(), name, cast.policyFor(cast.workload()));
    }

    /**
     * As many packages as one ID token is to be presented for. Where it is exchanged, or good for any version, one
     * package will do; where it is good for one version only, every further use takes a package of its own that trusts
     * the same workload, for a version is published once anyway.
     */
    List<String> forUses(int count) {
        if (world.registry().exchanges() || world.rules().ref().isEmpty()) {
            return IntStream.range(0, count)
                    .mapToObj(i -> world.cast().packageName())
                    .toList();
        }
        world.requires(Promise.SHARED_PUBLISHERS);
        return IntStream.range(0, count)
                .mapToObj(i -> i == 0 ? world.cast().packageName() : trusting("copy" + i))
                .toList();
    }

    private String trusting(String word) {
        var name = empty(word);
        trust(name);
        return name;
    }
}
