package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TemplateCheckTest {
    private static final List<String> SHIPPED = Profiles.SHIPPED;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void theShippedProfilesNameNothingThatIsNotThere(String name) {
        assertThat(TemplateCheck.of(new Profiles(Optional.empty()).load(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "exchange: {request: {body: '{idTokn}'}}                        | exchange.request          | idTokn",
                "exchange: {request: {body: '{version}'}}                       | exchange.request          | version",
                "exchange: {request: {body: '{idToken'}}                        | exchange.request          | idToken",
                "provision: {operations: {publisher: {request: {body: '{publisher.issuer}'}}}} | provision.operations.publisher.request | issuer",
                "readBack: {version: {request: {path: '/{package.path}/{vers}'}}} | readBack.version.request | vers",
                "publish: {operation: {request: {basic: 'x:{artifact.sum}'}}}   | publish.operation.request | sum",
                "exchange: {granted: {extract: {token: '$..[?('}}}              | exchange                  | is not a JSONPath",
            })
    void aMistakeIsNamedWithItsMember(String difference, String member, String message) throws IOException {
        var file = Files.writeString(folder.resolve("mine.yaml"), "extends: pypi\n" + difference + "\n");

        assertThat(TemplateCheck.of(new Profiles(Optional.empty()).load(file.toString())))
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.member()).isEqualTo(member);
                    assertThat(mistake.message()).contains(message);
                });
    }

    @Test
    void whatTheEnvironmentHoldsIsNotKnownBeforehand() throws IOException {
        var file = Files.writeString(
                folder.resolve("mine.yaml"),
                "extends: pypi\nprovision: {operations: {account: {request: {headers: {Authorization: '{env.ADMIN}'}}}}}\n");

        assertThat(TemplateCheck.of(new Profiles(Optional.empty()).load(file.toString())))
                .isEmpty();
    }
}
