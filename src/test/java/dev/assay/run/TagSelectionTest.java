package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.document.InvalidDocumentException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagSelectionTest {
    private static final FeatureLibrary LIBRARY = FeatureLibrary.shipped();

    @Test
    void onlyScenariosWhoseTagsFitTakePart() {
        var selection = TagSelection.of("@JWT-6 or (@POL-1 and not @slow)", LIBRARY);

        assertThat(selection.includes(List.of("@JWT-6"))).isTrue();
        assertThat(selection.includes(List.of("@POL-1", "@other"))).isTrue();
        assertThat(selection.includes(List.of("@POL-1", "@slow"))).isFalse();
        assertThat(selection.includes(List.of("@JWT-60"))).isFalse();
        assertThat(selection.includes(List.of())).isFalse();
    }

    @Test
    void withoutAnExpressionAllTakePart() {
        assertThat(TagSelection.of(null, LIBRARY).includes(List.of())).isTrue();
        assertThat(TagSelection.of("", LIBRARY).includes(List.of("@x"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@JWT-6 or", "and", "(@JWT-6", "@JWT-6 @POL-1", "not"})
    void whatIsNotAnExpressionIsRefusedWithAnExample(String expression) {
        assertThatThrownBy(() -> TagSelection.of(expression, LIBRARY))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageStartingWith("--tags " + expression + ": ")
                .hasMessageContaining("'@JWT-6 or @POL-1'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@JWT-66", "JWT-6", "@JWT-6 and @POL-1"})
    void anExpressionThatFitsNothingIsRefusedInsteadOfTestingNothing(String expression) {
        assertThatThrownBy(() -> TagSelection.of(expression, LIBRARY))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageStartingWith("--tags " + expression + ": no scenario");
    }

    @Test
    void aScenarioIsKnownByItsPlace() {
        var pickle = LIBRARY.features().get(0).getPickles().get(0);
        var place = pickle.getUri() + ":" + pickle.getLocation().getLine();

        assertThat(TagSelection.of(null, LIBRARY).nameOf(place))
                .isEqualTo(LIBRARY.scenarios().get(0).id());
    }
}
