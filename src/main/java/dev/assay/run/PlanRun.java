package dev.assay.run;

import dev.assay.registry.ProvisioningByHand;
import dev.assay.registry.PublisherPolicy;
import dev.assay.run.Plan.PlannedPolicy;
import dev.assay.steps.Setting;
import dev.assay.steps.World;
import dev.assay.steps.Worlds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Runs every scenario up to its first attempt, and writes down what it asked for. */
public final class PlanRun {
    private final FeatureLibrary library;

    /** Plans a run of these features. */
    public PlanRun(FeatureLibrary library) {
        this.library = library;
    }

    /** The policies that a run in this setting needs. */
    public Plan plan(Setting setting) {
        var policies = new ArrayList<PlannedPolicy>();
        var worlds = new Worlds(() -> new World(setting));
        CucumberEngine.run(
                library,
                worlds,
                new Slots(1),
                library.scenarios(),
                List.of(new WorldListener(worlds, world -> policies.addAll(of(world)))),
                () -> {});
        policies.sort(Comparator.comparing(PlannedPolicy::scenario).thenComparing(PlannedPolicy::id));
        return new Plan(setting.profile().id(), setting.runId(), List.copyOf(policies));
    }

    /** One policy for each publisher, whatever the number of packages that trust it. */
    private static List<PlannedPolicy> of(World world) {
        if (!(world.provisionerIfUsed().orElse(null) instanceof ProvisioningByHand byHand)) {
            return List.of();
        }
        var packages = new LinkedHashMap<PublisherPolicy, List<String>>();
        byHand.planned()
                .forEach(planned -> packages.computeIfAbsent(planned.policy(), p -> new ArrayList<>())
                        .add(planned.packageName()));
        var policies = new ArrayList<PlannedPolicy>();
        packages.forEach((publisher, names) -> policies.add(new PlannedPolicy(
                names.get(0) + "-" + policies.size(),
                List.copyOf(names),
                world.issuer(),
                publisher,
                world.scenario())));
        return policies;
    }
}
