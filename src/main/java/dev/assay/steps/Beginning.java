package dev.assay.steps;

import dev.assay.result.ScenarioResult;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.util.Objects;
import java.util.UUID;

/** Tells the world which scenario it is for, and keeps scenarios out that were not selected. */
public final class Beginning {
    /** Tag of scenarios that change the issuer, count who asks it, or move the clock. */
    public static final String ALONE = "@alone";

    private final World world;

    public Beginning(World world) {
        this.world = world;
    }

    @Before
    public void begin(Scenario scenario) {
        var alone = scenario.getSourceTagNames().contains(ALONE);
        var place = scenario.getUri() + ":" + scenario.getLine();
        world.begin(
                UUID.fromString(scenario.getId()), world.setting().selection().nameOf(place), alone);
        if (!world.setting().selection().includes(scenario.getSourceTagNames())) {
            throw new Untested(ScenarioResult.NOT_SELECTED);
        }
        world.setting().wire().death().ifPresent(death -> {
            throw new Untested(death);
        });
        scenario.getSourceTagNames().stream()
                .map(tag -> world.profile().inexpressible().get(tag.substring(1)))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(reason -> {
                    throw new Inapplicable(reason);
                });
        if (alone) {
            new TimeSteps(world).settle();
        }
    }
}
