package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Broken;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Outcome.Kind;
import dev.assay.registry.Outcome.Refused;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Who looks at what was published. Registries may show it to readers a little later than they take it. */
record Readers(World world) {
    private static final int LOOKS = 6;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * What they see of a version, at once or after a few seconds.
     *
     * @param view a view of the profile's {@code readBack}; empty if it has none of that name
     */
    Optional<Outcome> see(String view, Artifact published) {
        return see(view, published, seen -> true);
    }

    /**
     * The same, until it is what it should be.
     *
     * @param enough whether that can be seen
     */
    Optional<Outcome> see(String view, Artifact published, Predicate<Granted> enough) {
        return world.profile().readBack().containsKey(view)
                ? Optional.of(patiently(
                        () -> world.registry()
                                .read(view, published.name(), published.version())
                                .orElseThrow(),
                        enough))
                : Optional.empty();
    }

    /** What somebody sees who looks again and again, until it is what it should be. */
    Outcome patiently(Supplier<Outcome> look, Predicate<Granted> enough) {
        return patiently(world.setting().stages().readersMayLag() ? LOOKS : 1, PAUSE, look, enough);
    }

    static Outcome patiently(int most, Duration pause, Supplier<Outcome> look, Predicate<Granted> enough) {
        var outcome = look.get();
        for (int looks = 1; looks < most && mayComeYet(outcome, enough); looks++) {
            pause(pause);
            outcome = look.get();
        }
        OutcomeSteps.requireAnswer(outcome);
        return outcome;
    }

    private static boolean mayComeYet(Outcome outcome, Predicate<Granted> enough) {
        return outcome instanceof Granted granted ? !enough.test(granted) : showsNothing(outcome);
    }

    /** Whether the registry says in an orderly way that it has nothing of the kind to show. */
    private static boolean showsNothing(Outcome outcome) {
        return outcome instanceof Refused || outcome instanceof Broken broken && broken.kind() == Kind.INCOMPLETE;
    }

    /** What they see of a value; nothing if they are told that there is none. */
    static String shown(String name, Outcome seen) {
        return showsNothing(seen)
                ? ""
                : OutcomeSteps.told(seen) instanceof Granted granted
                        ? granted.value(name).orElse("")
                        : "";
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotTell("interrupted");
        }
    }
}
