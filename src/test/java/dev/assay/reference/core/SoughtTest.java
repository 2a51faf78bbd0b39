package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.check.Sought;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.Grant;
import dev.assay.reference.core.token.Presented;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an exchange grants that says what it is for: alice has widget and gadget and awaits newborn, bob has bobs. */
class SoughtTest {

    private final CoreScene scene = CoreScene.strict();

    @BeforeEach
    void policiesForOneWorkload() throws ConfigurationRefused {
        scene.withPolicy("widget").withPolicy("gadget").pending("alice", "newborn");
        scene.register("bob", "bobs");
        scene.core().policyDesk().add(scene.actor("bob"), "bobs", scene.entry(Map.of()));
    }

    private Set<String> granted(Sought sought) throws Refused {
        var token = scene.core()
                .exchange()
                .exchange(Presented.of(CoreScene.sign(scene.claims())), sought)
                .token();
        var packages = new TreeSet<String>();
        token.grants().stream().map(Grant::packages).forEach(packages::addAll);
        return packages;
    }

    private Reason refusal(Sought sought) {
        try {
            throw new AssertionError("granted: " + granted(sought));
        } catch (Refused refused) {
            return refused.reason();
        }
    }

    @Test
    void whoAsksForNothingInParticularGetsEverything() throws Refused {
        assertThat(granted(Sought.everything())).containsExactly("bobs", "gadget", "newborn", "widget");
    }

    @Test
    void whoAsksForAPackageGetsThatOneHoweverItIsSpelled() throws Refused {
        assertThat(granted(Sought.onlyPackage("Widget"))).containsExactly("widget");
        assertThat(granted(Sought.onlyPackage("NewBorn"))).containsExactly("newborn");
        assertThat(refusal(Sought.onlyPackage("nothing"))).isEqualTo(Reason.NO_POLICY);
    }

    @Test
    void whoAsksForAnAccountGetsItsPackages() throws Refused {
        assertThat(granted(Sought.packagesOf("alice"))).containsExactly("gadget", "newborn", "widget");
        assertThat(granted(Sought.packagesOf("bob"))).containsExactly("bobs");
        assertThat(refusal(Sought.packagesOf("carol"))).isEqualTo(Reason.NO_POLICY);
    }

    @Test
    void aPolicyForAnotherPackageSaysNothingAboutWhyTheSoughtOneIsRefused() {
        scene.register("carol", "carols");

        assertThat(refusal(Sought.onlyPackage("carols"))).isEqualTo(Reason.NO_POLICY);
    }

    @Test
    void anAudienceMayNameWhereTheRegistryIsReached() {
        for (var audience : Map.of("{host}", "registry.test", "{url}", "https://registry.test")
                .entrySet()) {
            var reached = CoreScene.with("{audience: {value: '%s'}}".formatted(audience.getKey()))
                    .withPolicy("widget");

            assertThat(reached.refusal(reached.claims(Map.of("aud", audience.getValue()))))
                    .isEmpty();
            assertThat(reached.refusal(reached.claims(Map.of("aud", audience.getKey()))))
                    .contains(Reason.WRONG_AUDIENCE);
        }
    }
}
