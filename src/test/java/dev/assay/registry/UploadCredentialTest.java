package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Operation;
import dev.assay.profile.Operation.Answer;
import dev.assay.profile.Operation.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UploadCredentialTest {

    private static final Request ADMINISTRATION =
            Request.of("POST", "/owners").withHeaders(Map.of("Accept", "*/*", "X-Api-Key", "{credential}"));

    @Test
    void takesThePlaceOfTheOwners() {
        var upload = operation(Request.of("PUT", "/x").withHeaders(Map.of("Authorization", "Bearer {token}")));

        var moved = UploadCredential.of(upload)
                .orElseThrow()
                .in(operation(ADMINISTRATION))
                .orElseThrow();

        assertThat(moved.request().headers())
                .isEqualTo(Map.of("Accept", "*/*", "Authorization", "Bearer {credential}"));
    }

    @Test
    void isMovedInTheStepsBeforeToo() {
        var upload = operation(Request.of("PUT", "/x").withBasic("__token__:{token}"));
        var open = operation(Request.of("GET", "/open"));
        var administration = operation(ADMINISTRATION, open, operation(ADMINISTRATION));

        var moved = UploadCredential.of(upload).orElseThrow().in(administration).orElseThrow();

        assertThat(moved.before().get(0)).isEqualTo(open);
        assertThat(moved.before().get(1).request().basic()).contains("__token__:{credential}");
        assertThat(moved.before().get(1).request().headers()).isEqualTo(Map.of("Accept", "*/*"));
    }

    @Test
    void isThatOfTheFirstStepWhichHasOne() {
        var first = operation(Request.of("GET", "/new").withHeaders(Map.of("Authorization", "{token}")));
        var upload = operation(Request.of("POST", "/x"), first);

        assertThat(UploadCredential.of(upload).orElseThrow().headers())
                .isEqualTo(Map.of("Authorization", "{credential}"));
    }

    @Test
    void addsNothingWhereItHasTheSamePlaceOrNone() {
        var same = operation(Request.of("PUT", "/x").withHeaders(Map.of("X-Api-Key", "{token}")));
        var inBody = operation(Request.of("PUT", "/x").withBody("{token}"));

        assertThat(UploadCredential.of(same).orElseThrow().in(operation(ADMINISTRATION)))
                .isEmpty();
        assertThat(UploadCredential.of(same).orElseThrow().in(operation(Request.of("GET", "/open"))))
                .isEmpty();
        assertThat(UploadCredential.of(inBody)).isEmpty();
    }

    private static Operation operation(Request request, Operation... before) {
        return new Operation(
                List.of(before), false, request, new Answer(List.of(200), Map.of(), Map.of()), List.of(), List.of());
    }
}
