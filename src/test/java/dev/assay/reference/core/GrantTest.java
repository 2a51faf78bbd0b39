package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exchange grants, and what is said where it grants nothing. */
class GrantTest {

    @Test
    void aTokenNamesThePackagesItWorksFor() {
        var scene = CoreScene.strict().withPolicy("widget");
        var token = scene.granted(scene.claims());
        var entry = scene.core().state().packages().find("widget").orElseThrow();

        assertThat(token.text()).isEqualTo("reg-" + token.id() + "[" + entry.id() + "]");
        assertThat(token.toString()).isEqualTo("registry token " + token.id());
    }

    @Test
    void aLongLivedTokenIsFoundAgain() throws ConfigurationRefused {
        var scene = CoreScene.strict();
        var token = scene.core().packageDesk().issueLongLivedToken(scene.actor("alice"), Optional.empty());

        assertThat(scene.core().credentials().withText(token.text())).contains(token);
        assertThat(scene.core().credentials().withId(token.id())).contains(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeated", "derived"})
    void aPredictableTokenDependsOnItsWorkload(String entropy) {
        var scene = CoreScene.with("{tokens: {entropy: %s}, policies: {unmatched: emptyToken}}".formatted(entropy))
                .withPolicy("widget");
        var token = scene.granted(scene.claims()).text();

        assertThat(token).matches("pypi-[0-9a-f]{128}");
        assertThat(scene.granted(scene.claims(Map.of("repository", "octo/other")))
                        .text())
                .isNotEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"digestOfIdToken", "digestOfId"})
    void aTokenCanBeADigestOfTheIdTokenOrOfWhatItIsKnownBy(String entropy) throws Exception {
        var scene = CoreScene.with("{tokens: {entropy: %s}}".formatted(entropy)).withPolicy("widget");
        var claims = scene.claims();
        var text = CoreScene.sign(claims);
        var digested = entropy.equals("digestOfId") ? CoreScene.ISSUER + claims.get("jti") : text;
        var digest = MessageDigest.getInstance("SHA-512").digest(digested.getBytes(StandardCharsets.UTF_8));

        assertThat(scene.grantedText(text).text())
                .isEqualTo("pypi-" + HexFormat.of().formatHex(digest));
    }

    @Test
    void aPolicyRemovedAfterTheExchangeIsTheOnlyObjection() throws ConfigurationRefused {
        var scene = CoreScene.strict();
        scene.register("alice", "widget");
        var id = scene.policy("widget", Map.of());
        var token = scene.granted(scene.claims());
        scene.core().policyDesk().remove(scene.actor("alice"), "widget", id);

        assertThat(scene.upload(token, "widget", "1", "x")).containsExactly(Objection.POLICY_DOES_NOT_COVER);
    }

    @Test
    void aPackageLinkedAfterTheExchangeIsOutOfScopeAndNothingElse() {
        var scene = CoreScene.with("{policies: {sameIdentity: shared}}").withPolicy("widget");
        var token = scene.granted(scene.claims());
        scene.withPolicy("gadget");

        assertThat(scene.upload(token, "gadget", "1", "x")).containsExactly(Objection.PACKAGE_OUT_OF_SCOPE);
    }

    @Test
    void aPendingPublisherOpensToItsOwnWorkloadOnly() {
        var scene = CoreScene.strict();
        scene.pending("alice", "newborn");

        assertThat(scene.refusal(scene.claims(Map.of("event_name", "workflow_run"))))
                .contains(Reason.NO_POLICY);
        assertThat(scene.refusal(scene.claims(Map.of("repository", "octo/other"))))
                .contains(Reason.NO_POLICY);
    }

    @Test
    void aWorkflowElsewhereIsRefusedWithWhatWasExpected() {
        var elsewhere = "evil/widget/.github/workflows/release.yml@refs/heads/main";
        var expected = "octo/widget/.github/workflows/release.yml";
        var scene = CoreScene.with("{providers: {github: {workflow: {reusable: accepted}}}}");
        var lax = CoreScene.with("{providers: {github: {workflow: {reusable: accepted, ref: ignored}}}}");

        assertThat(detail(scene, Map.of("workflow_ref", elsewhere)))
                .isEqualTo(
                        "The workflow_ref claim does not match, expecting one of ['%1$s@%2$s', '%1$s@%3$s'], got '%4$s'"
                                .formatted(
                                        expected,
                                        "0123456789012345678901234567890123456789",
                                        "refs/heads/main",
                                        elsewhere));
        assertThat(detail(lax, Map.of("workflow_ref", elsewhere)))
                .isEqualTo("The workflow_ref claim does not match, expecting one of ['%s'], got '%s'"
                        .formatted(expected, elsewhere));
        assertThat(detail(lax, Map.of("workflow_ref", ""))).isEqualTo("The workflow_ref claim is empty");
        assertThat(detail(lax, Map.of("repository_owner", "evil")))
                .isEqualTo("Check failed for required claim 'repository_owner'");
    }

    private static String detail(CoreScene scene, Map<String, String> different) {
        scene.withPolicy("gadget" + different.hashCode());
        var refused = catchThrowableOfType(
                Refused.class, () -> scene.core().exchange().exchange(CoreScene.sign(scene.claims(different))));
        assertThat(refused.reason()).isEqualTo(Reason.CLAIM_MISMATCH);
        return refused.detail();
    }
}
