package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.registry.EnvironmentNeeds.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentNeedsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "exchange: {request: {headers: {X-Key: 'key {env.KEY.json}'}}}         | exchange.request.headers.X-Key",
                "exchange: {request: {body: '{#if env.KEY}x{/if}'}}                    | exchange.request.body",
                "publish: {operation: {request: {basic: 'x:{env.KEY}'}}}               | publish.operation.request.basic",
                "publish: {operation: {request: {multipart: [{name: k, value: '{env.KEY}'}]}}} | publish.operation.request.multipart.0.value",
                "exchange: {before: [{request: {method: GET, path: '/{env.KEY}'}, granted: {status: [200]}}]} | exchange.before.0.request.path",
                "audience: {literal: '{env.KEY}', discover: null}                      | audience.literal",
                "provision: {operations: {account: {request: {path: '/{env.KEY.path}'}}}} | provision.operations.account.request.path",
            })
    void aVariableIsFoundWhereverATemplateNamesIt(String difference, String member) throws IOException {
        var profile = profile(difference);

        assertThat(EnvironmentNeeds.missing(profile, Map.of("KEY", "")))
                .containsExactly(new Need("KEY", List.of(member)));
        assertThat(EnvironmentNeeds.missing(profile, Map.of("KEY", "k"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc,true", "abcd,false", "'',false"})
    void aValueOfLessThanFourCharactersIsShown(String value, boolean isShown) throws IOException {
        var profile = profile("exchange: {request: {body: '{env.KEY}'}}");

        assertThat(EnvironmentNeeds.shown(profile, Map.of("KEY", value)).equals(List.of("KEY")))
                .isEqualTo(isShown);
    }

    @Test
    void whatAProgramDoesNeedsNoVariableOfARequestThatItStandsInFor() throws IOException {
        var profile = profile("""
                provision:
                  by: command
                  command: {run: [sh, seed]}
                  overHttp: [package]
                  operations:
                    account: {request: {path: '/{env.ACCOUNTS}'}}
                    package: {request: {path: '/{env.PACKAGES}'}}
                """);

        assertThat(EnvironmentNeeds.missing(profile, Map.of()))
                .extracting(Need::variable)
                .containsExactly("PACKAGES");
    }

    @Test
    void theComplaintNamesVariableAndMember() {
        assertThat(new Need("KEY", List.of("exchange.request.body")).complaint())
                .isEqualTo("the environment variable KEY is not set, which exchange.request.body needs");
        assertThat(new Need("KEY", List.of("exchange.request.body", "exchange.request.path", "z")).complaint())
                .isEqualTo("the environment variable KEY is not set, which exchange.request.body and 2 more need");
    }

    private Profile profile(String difference) throws IOException {
        var file = Files.writeString(folder.resolve("mine.yaml"), "extends: pypi\n" + difference + "\n");
        return new Profiles(Optional.empty()).load(file.toString());
    }
}
