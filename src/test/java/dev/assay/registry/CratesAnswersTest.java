package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Operation;
import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.registry.Outcome.Broken;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Outcome.Kind;
import dev.assay.registry.Outcome.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the profile of crates.io judges answers. */
class CratesAnswersTest {

    private final Profile profile = new Profiles(Optional.empty()).load("crates-io");
    private final Operation publish = profile.publish().operation();

    @Test
    void anUploadThatNamesItsCrateIsGranted() {
        assertThat(judge(publish, 200, "{\"crate\":{\"name\":\"widget\"},\"warnings\":{}}"))
                .isEqualTo(new Granted(200, Map.of("crate", "widget")));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 413})
    void anErrorInTheBodyIsARefusalWhateverTheStatus(int status) {
        assertThat(judge(publish, status, "{\"errors\":[{\"detail\":\"no\"}]}"))
                .isEqualTo(new Refused(status, Map.of("message", "no")));
    }

    @Test
    void aSuccessThatSaysNothingIsNone() {
        assertThat(judge(publish, 200, "{}")).isInstanceOf(Broken.class);
    }

    @Test
    void keysThatCannotBeHadAreReportedInAnOrderlyWayAndACrashIsNot() {
        var exchange = profile.exchange().orElseThrow();

        assertThat(judge(exchange, 500, "{\"errors\":[{\"detail\":\"Failed to load OIDC key set\"}]}"))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.kind()).isEqualTo(Kind.UNAVAILABLE));
        assertThat(judge(exchange, 500, "{\"errors\":[{\"detail\":\"Internal Server Error\"}]}"))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.kind()).isEqualTo(Kind.SERVER_ERROR));
    }

    private static Outcome judge(Operation operation, int status, String body) {
        return AnswerReader.judge(operation, new Wire.Answer(status, "", List.of(), body));
    }
}
