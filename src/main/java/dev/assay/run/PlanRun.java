package dev.assay.run;

import dev.assay.registry.ProvisioningByHand;
import dev.assay.run.Plan.PlannedPolicy;
import dev.assay.steps.Setting;
import dev.assay.steps.World;
import dev.assay.steps.Worlds;
import java.util.ArrayList;
import java.util.Comparator;
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
        CucumberEngine.run(library, worlds, 1, List.of(new WorldListener(worlds, world -> {
            if (world.provisionerIfUsed().orElse(null) instanceof ProvisioningByHand byHand) {
                byHand.planned()
                        .forEach(p -> policies.add(new PlannedPolicy(
                                p.packageName(), world.issuer(), p.policy(), world.scenario())));
            }
        })));
        policies.sort(Comparator.comparing(PlannedPolicy::scenario).thenComparing(PlannedPolicy::packageName));
        return new Plan(setting.profile().id(), setting.runId(), List.copyOf(policies));
    }
}
