package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.identity.server.IssuerHost;
import dev.assay.loopback.LoopbackServers;
import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.registry.Templates;
import dev.assay.run.Plan.PlannedPolicy;
import dev.assay.steps.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PlanRunTest {
    private static final Laboratory LABORATORY = new Laboratory();
    private static final Profile PERYX = new Profiles(Optional.empty()).load("peryx");
    private static final FeatureLibrary LIBRARY = FeatureLibrary.of(Path.of("features", "policy"));
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    /** crates.io takes 64 characters, pub.dev as many, NuGet 100. */
    private static final int LONGEST_PACKAGE_NAME = 40;

    private static final int LONGEST_GITHUB_LOGIN = 39;

    @AfterAll
    static void close() {
        LABORATORY.close();
    }

    @Test
    void theSameRunIdGivesTheSamePlanAndAnotherOneOtherNames() {
        try (var issuers = IssuerHost.start(LABORATORY.vertx(), 0, Optional.empty())) {
            var plan = plan("one", issuers);

            assertThat(plan.policies()).isNotEmpty();
            assertThat(plan("one", issuers)).isEqualTo(plan);
            assertThat(plan("two", issuers).policies())
                    .hasSameSizeAs(plan.policies())
                    .doesNotContainAnyElementsOf(plan.policies());
        }
    }

    @Test
    void aPlanNamesEveryPolicyOnceWithAllThatHasToBeEntered() {
        try (var issuers = IssuerHost.start(LABORATORY.vertx(), 0, Optional.empty())) {
            var plan = plan("one", issuers);

            assertThat(plan.profile()).isEqualTo("peryx");
            assertThat(plan.policies()).extracting(PlannedPolicy::id).doesNotHaveDuplicates();
            assertThat(plan.policies()).extracting(PlannedPolicy::scenario).isSorted();
            assertThat(plan.policies()).allSatisfy(policy -> {
                assertThat(policy.packages()).isNotEmpty().allMatch(name -> name.startsWith("assay-one-"));
                assertThat(policy.issuer()).startsWith(issuers.url());
                assertThat(policy.publisher().workflow()).matches(".+\\.ya?ml");
                assertThat(policy.publisher().repositoryId()).matches("\\d+");
                assertThat(policy.publisher().ownerId()).matches("\\d+");
            });
            assertThat(plan.policies())
                    .as("one workload that several packages trust is entered once")
                    .anySatisfy(policy -> assertThat(policy.packages()).hasSize(2));
        }
    }

    @Test
    void aPlanCanBeWrittenInTheRegistrysOwnLanguage() {
        try (var issuers = IssuerHost.start(LABORATORY.vertx(), 0, Optional.empty())) {
            var plan = plan("one", issuers);

            var text = new Templates()
                    .render(PERYX.provision().plan().orElseThrow(), Map.of("policies", plan.asTemplateValues()));

            assertThat(text.lines().filter("[[auth.trusted_publisher]]"::equals))
                    .hasSameSizeAs(plan.policies());
            assertThat(text).doesNotContain("{policy", "NOT_FOUND");
        }
    }

    @Test
    void evenTheLongestRunIdGivesNamesThatAnyRegistryAndForgeTakes() {
        try (var issuers = IssuerHost.start(LABORATORY.vertx(), 0, Optional.empty())) {
            assertThat(plan("run-id-of-16-chr", issuers).policies()).allSatisfy(policy -> {
                assertThat(policy.packages()).allMatch(name -> name.length() <= LONGEST_PACKAGE_NAME);
                assertThat(policy.publisher().owner()).hasSizeLessThanOrEqualTo(LONGEST_GITHUB_LOGIN);
            });
        }
    }

    @Test
    void aPlanOfARegistryThatIsProvisionedOtherwiseSendsNothing() {
        var pypi = new Profiles(Optional.empty()).load("pypi");
        try (var issuers = IssuerHost.start(LABORATORY.vertx(), 0, Optional.empty())) {
            assertThat(plan(pypi, "one", issuers).policies()).isNotEmpty();
        }
    }

    private static Plan plan(String runId, IssuerHost issuers) {
        return plan(PERYX, runId, issuers);
    }

    private static Plan plan(Profile profile, String runId, IssuerHost issuers) {
        var stages =
                new LiveStages(new LoopbackServers(LABORATORY.vertx()), Laboratory.PROVIDER, NOWHERE, runId, issuers);
        return new PlanRun(LIBRARY).plan(LABORATORY.setting(profile, stages, Setting.Mode.PLAN, runId, LIBRARY));
    }
}
