package dev.assay.reference.dialect.npm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses of uploads that begin with the name of one package and lead to another. */
class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "agree, gadget/../widget, 404",
        "agree, gadget/%2e%2e/widget, 404",
        "rightsByAddressAsSent, gadget/../widget, 200",
        "rightsByAddressAsSent, gadget/%2e%2e/widget, 200",
        "rightsByAddressAsSent, widget, 404",
    })
    void theTokenHasToBeGoodForThePackageToWhichTheAddressLeads(String names, String address, int status) {
        try (var npm =
                NpmScene.of("npm-strict", "{publishing: {names: %s, refusedTokens: asNotFound}}".formatted(names))) {
            npm.scene().withPackage("widget");
            npm.withPolicy("gadget");
            var document = Scene.write(NpmScene.document(NpmScene.artifact("widget", "1.0.0")));

            assertThat(npm.put(address, document, npm.registryToken("gadget")).status())
                    .isEqualTo(status);
        }
    }
}
