package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.check.Sought;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.token.Presented;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayTest {

    @Test
    void aTokenWorksOnceHoweverItIsRecognised() {
        for (var key : List.of("issuerAndId", "id", "tokenText")) {
            var scene = CoreScene.with("{replay: {key: %s}}".formatted(key)).withPolicy("widget");
            var claims = scene.claims();
            var text = CoreScene.sign(claims);
            scene.grantedText(text);

            assertThat(scene.refusalOf(text)).contains(Reason.ALREADY_USED);
            claims.put("extra", 1);
            assertThat(scene.refusal(claims).isEmpty()).isEqualTo(key.equals("tokenText"));
        }
        var forgetful = CoreScene.with("{replay: {memory: none}}").withPolicy("widget");
        var claims = forgetful.claims();
        forgetful.granted(claims);
        assertThat(forgetful.refusal(claims)).isEmpty();
    }

    @Test
    void aTokenUsedForOnePackageIsUsedUpForEveryOtherUnlessPackagesAreToldApart() throws Refused {
        for (var key : List.of("issuerAndId", "issuerIdAndPackage")) {
            var scene = CoreScene.with("{replay: {key: %s}}".formatted(key)).withPolicy("widget");
            scene.withPolicy("gadget");
            var text = CoreScene.sign(scene.claims());
            var exchange = scene.core().exchange();
            exchange.exchange(Presented.of(text), Sought.onlyPackage("widget"));

            assertThatThrownBy(() -> exchange.exchange(Presented.of(text), Sought.onlyPackage("widget")))
                    .isInstanceOf(Refused.class);
            if (key.equals("issuerAndId")) {
                assertThatThrownBy(() -> exchange.exchange(Presented.of(text), Sought.onlyPackage("gadget")))
                        .isInstanceOf(Refused.class);
            } else {
                assertThat(exchange.exchange(Presented.of(text), Sought.onlyPackage("gadget")))
                        .isNotNull();
            }
        }
    }

    @Test
    void aUsedTokenStaysUsedWhenItsPolicyIsReplacedUnlessPoliciesAreToldApart() throws ConfigurationRefused {
        for (var key : List.of("issuerAndId", "issuerIdAndPolicy")) {
            var scene = CoreScene.with("{replay: {key: %s}}".formatted(key));
            scene.register("alice", "widget");
            var policy = scene.policy("widget", Map.of());
            var claims = scene.claims();
            scene.granted(claims);
            assertThat(scene.refusal(claims)).contains(Reason.ALREADY_USED);

            scene.core().policyDesk().remove(scene.actor("alice"), "widget", policy);
            scene.policy("widget", Map.of());

            assertThat(scene.refusal(claims).isEmpty()).isEqualTo(key.equals("issuerIdAndPolicy"));
        }
    }

    @Test
    void aUsedTokenStaysUsedWhenItsRegistryTokenIsHandedBackUnlessThatFreesIt() {
        for (var mark : List.of("kept", "released")) {
            var scene =
                    CoreScene.with("{replay: {handedBack: %s}}".formatted(mark)).withPolicy("widget");
            var claims = scene.claims();
            var token = scene.granted(claims);
            assertThat(scene.refusal(claims)).contains(Reason.ALREADY_USED);

            scene.core().credentials().revoke(token);

            assertThat(scene.refusal(claims).isEmpty()).isEqualTo(mark.equals("released"));
        }
    }

    @Test
    void aUsedTokenIsRememberedPastItsLeeway() {
        var scene = CoreScene.with("{times: {leewaySeconds: 1000}}").withPolicy("widget");
        var claims = scene.claims();
        scene.granted(claims);

        scene.advance(359);
        assertThat(scene.refusal(claims)).contains(Reason.ALREADY_USED);
        scene.advance(1);
        assertThat(scene.refusal(claims)).isEmpty();
    }

    @Test
    void aRefusedTokenIsNotUsedUpUnlessItIsBurntFirst() {
        for (var checks : List.of("policy, replay", "replay, policy")) {
            var scene = CoreScene.with("{checks: [parse, issuer, signature, registeredClaims, %s]}".formatted(checks));
            var claims = scene.claims();
            assertThat(scene.refusal(claims)).contains(Reason.NO_POLICY);
            scene.withPolicy("widget");

            assertThat(scene.refusal(claims).isEmpty()).isEqualTo(checks.equals("policy, replay"));
        }
    }

    @Test
    void simultaneousUsesOfOneTokenSucceedOnceUnlessThereIsAGap() throws Exception {
        assertThat(simultaneousSuccesses("{}")).isEqualTo(1);
        assertThat(simultaneousSuccesses("{replay: {claim: checkThenStore, raceMillis: 300}}"))
                .isGreaterThan(1);
    }

    private static long simultaneousSuccesses(String change) throws Exception {
        var scene = CoreScene.with(change).withPolicy("widget");
        scene.granted(scene.claims());
        var text = CoreScene.sign(scene.claims());
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> attempts = IntStream.range(0, 8)
                    .mapToObj(attempt -> pool.submit(() -> {
                        start.await();
                        return scene.refusalOf(text).isEmpty();
                    }))
                    .toList();
            start.countDown();
            var successes = 0;
            for (var attempt : attempts) {
                successes += attempt.get(10, TimeUnit.SECONDS) ? 1 : 0;
            }
            return successes;
        } finally {
            pool.shutdownNow();
        }
    }
}
