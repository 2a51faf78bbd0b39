package dev.assay.reference.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourTest {

    @ParameterizedTest
    @ValueSource(strings = {"strict", "pypi"})
    void shippedBehavioursCanBeBound(String name) {
        var behaviour = Behaviour.shipped(name);

        assertThat(behaviour.name()).isEqualTo(name);
        assertThat(behaviour.rules().dialect()).isEqualTo("pypi");
    }

    @Test
    void aBehaviourTakesFromTheOneItExtendsWhatItDoesNotSay() {
        var pypi = Behaviour.shipped("pypi").rules();

        assertThat(pypi.keys().cacheSeconds()).isEqualTo(Limit.unlimited());
        assertThat(pypi.keys().refreshPauseSeconds()).isEqualTo(60);
        assertThat(pypi.providers())
                .hasEntrySatisfying(
                        "github", github -> assertThat(github.pins()).containsOnlyKeys("ownerId"));
    }

    @Test
    void aMergePatchChangesOneThingAndLeavesTheOriginalAlone() {
        var strict = Behaviour.shipped("strict");

        var changed = strict.with(yaml("{audience: {match: prefix}, keys: {cacheSeconds: unlimited}}"));

        assertThat(changed.rules().audience().match()).isEqualTo(TextMatch.PREFIX);
        assertThat(changed.rules().audience().value()).isEqualTo("pypi");
        assertThat(changed.rules().keys().cacheSeconds()).isEqualTo(Limit.unlimited());
        assertThat(strict.rules().audience().match()).isEqualTo(TextMatch.EXACT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {audience: {mach: exact}}                          | audience.mach
            {audience: {match: roughly}}                       | audience.match
            {keys: {cacheSeconds: soon}}                       | keys.cacheSeconds
            {keys: {cacheSeconds: -1}}                         | keys.cacheSeconds
            {keys: {fetchTimeoutMillis: '5'}}                  | keys.fetchTimeoutMillis
            {checks: [parse, issuer, polish]}                  | checks.[2]
            {providers: {github: {pins: {ownerId: {of: me}}}}} | providers.github.pins.ownerId.of
            {keys: {failures: {asleep: refused}}}              | keys.failures
            {answers: {refusals: {noPolicy: null}}}            | answers
            {times: null}                                      | times
            """)
    void whatIsUnknownIsAnErrorThatNamesItsPath(String patch, String path) {
        var strict = Behaviour.shipped("strict");

        assertThatThrownBy(() -> strict.with(yaml(patch)))
                .isInstanceOf(BehaviourException.class)
                .hasMessageContaining("strict")
                .hasMessageContaining(path);
    }

    @Test
    void anUnknownValueIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Behaviour.shipped("strict").with(yaml("{replay: {key: text}}")))
                .hasMessageContaining("issuerAndId, issuerIdAndPackage, issuerIdAndPolicy, id, tokenText");
    }

    @Test
    void checksMustBeginWithParsingAndSeekAPolicy() {
        var strict = Behaviour.shipped("strict");

        assertThatThrownBy(() -> strict.with(yaml("{checks: [issuer, parse, policy]}")))
                .hasMessageContaining("begin with parse");
        assertThatThrownBy(() -> strict.with(yaml("{checks: [parse, issuer]}"))).hasMessageContaining("policy");
        assertThatThrownBy(() -> strict.with(yaml("{checks: [parse, signature, issuer, policy]}")))
                .hasMessageContaining("issuer must come before");
        assertThatThrownBy(() -> strict.with(yaml("{checks: [parse, registeredClaims, issuer, policy]}")))
                .hasMessageContaining("iss cannot be compared again");
    }

    @Test
    void anUnknownBehaviourIsNamed() {
        assertThatThrownBy(() -> Behaviour.shipped("lax"))
                .isInstanceOf(BehaviourException.class)
                .hasMessageContaining("lax");
    }

    @Test
    void aChangeMustBeAnObject() {
        assertThatThrownBy(() -> Behaviour.shipped("strict").with(yaml("[1]")))
                .isInstanceOf(BehaviourException.class)
                .hasMessageContaining("object");
    }

    private static JsonNode yaml(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
