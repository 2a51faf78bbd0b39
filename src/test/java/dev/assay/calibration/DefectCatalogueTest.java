package dev.assay.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.reference.behaviour.Behaviour;
import dev.assay.requirement.Catalogue;
import dev.assay.requirement.Requirement;
import dev.assay.result.Level;
import dev.assay.run.FeatureLibrary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefectCatalogueTest {
    private static final DefectCatalogue DEFECTS = DefectCatalogue.shipped();
    private static final Catalogue REQUIREMENTS = Catalogue.shipped();
    private static final Set<String> SOUND = soundProfiles();
    private static final List<Requirement> TESTED = tested();
    private static final List<Behaviour> BEHAVIOURS = Stream.of("strict", "nuget-strict", "npm-strict")
            .map(Behaviour::shipped)
            .toList();

    @Test
    void thereAreEnoughToTrustACleanCalibration() {
        assertThat(DEFECTS.all()).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void everyIdIsUniqueAndReadsAsAName() {
        assertThat(DEFECTS.all())
                .extracting(Defect::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void everyTestedMustAndShouldIsBrokenByADefect() {
        var broken = DEFECTS.all().stream().flatMap(d -> d.violates().stream()).collect(Collectors.toSet());

        assertThat(TESTED)
                .filteredOn(r -> r.level() != Level.MAY)
                .extracting(Requirement::id)
                .filteredOn(id -> !DEFECTS.without().containsKey(id))
                .isSubsetOf(broken);
    }

    @Test
    void whatNoDefectBreaksIsTestedAndHasAReason() {
        assertThat(TESTED)
                .extracting(Requirement::id)
                .containsAll(DEFECTS.without().keySet());
        assertThat(DEFECTS.without().values()).noneMatch(String::isBlank);
        assertThat(DEFECTS.all())
                .flatExtracting(Defect::violates)
                .doesNotContainAnyElementsOf(DEFECTS.without().keySet());
    }

    @ParameterizedTest
    @MethodSource("defects")
    void whatADefectBreaksIsInTheCatalogueAndTested(Defect defect) {
        assertThat(defect.violates()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(defect.alsoViolates().keySet()).doesNotContainAnyElementsOf(defect.violates());
        assertThat(TESTED).extracting(Requirement::id).containsAll(defect.requirements());
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aDefectChangesASoundBehaviour(Defect defect) {
        assertThat(BEHAVIOURS)
                .anyMatch(sound -> !sound.with(defect.change()).toJson().equals(sound.toJson()));
    }

    @Test
    void noTwoDefectsAreTheSameChange() {
        assertThat(DEFECTS.all()).extracting(Defect::change).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aTitleCompletesTheSentenceThatBeginsWithARegistry(Defect defect) {
        assertThat(defect.title()).matches("[a-z].*[^.]");
        assertThat(defect.alsoViolates().values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("defects")
    void onlyShippedModelsOfSoundRegistriesAreExcused(Defect defect) {
        assertThat(SOUND).containsAll(defect.notIn().keySet());
        assertThat(defect.notIn().values()).allMatch(reason -> reason.matches("[a-z\\d].*[^.]"));
    }

    private static Set<String> soundProfiles() {
        var known = new Profiles(Optional.empty());
        return Profiles.SHIPPED.stream()
                .filter(id -> known.load(id)
                        .embedded()
                        .filter(Profile.Embedded::sound)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private static Stream<Defect> defects() {
        return DEFECTS.all().stream();
    }

    private static List<Requirement> tested() {
        var tested = FeatureLibrary.shipped().scenarios().stream()
                .flatMap(scenario -> scenario.requirements().stream())
                .collect(Collectors.toSet());
        return REQUIREMENTS.requirements().stream()
                .filter(r -> tested.contains(r.id()))
                .toList();
    }
}
