package dev.assay.run;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.identity.forgery.Forgery;
import dev.assay.identity.forgery.ForgeryCatalogue;
import dev.assay.requirement.Catalogue;
import dev.assay.requirement.Requirement;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.core.gherkin.StepType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The requirements and the scenarios that ship with the program, held together. */
class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final FeatureLibrary LIBRARY = FeatureLibrary.shipped();

    private static final Map<String, Integer> CHAPTERS = Map.of(
            "POL", 10, "PEN", 4, "JWT", 19, "CLM", 12, "IDN", 6, "TOK", 11, "PUB", 4, "ERR", 4, "RES", 5, "DOC", 2);

    private static final Pattern REFUSAL = Pattern.compile("it is (refused|refused cleanly|not accepted|not believed)");
    /** Before the attempt: the twin was let in while nothing stood against it. */
    private static final Pattern ACCEPTED_BEFORE = Pattern.compile(
            ".*(was accepted before|is accepted from then on|that is accepted|publisher is accepted|publishes a version|publishes it)");
    /** After the refusal: the same attempt without the defect. */
    private static final Pattern ACCEPTED_AFTER = Pattern.compile(
            "(its twin|a fresh .+|the new holder's .+|once .+, it|a job that fits either policy) is accepted( again)?");

    private static final Pattern PRESENTS = Pattern.compile(
            "the workload presents an ID token (?!with the (?:classic|immutable) form)(?!whose \")(.+)");

    @Test
    void everyIdOfTheChaptersExistsOnce() {
        var expected = CHAPTERS.entrySet().stream()
                .flatMap(chapter -> IntStream.rangeClosed(1, chapter.getValue())
                        .mapToObj(number -> chapter.getKey() + "-" + number))
                .toList();
        var ids = CATALOGUE.requirements().stream().map(Requirement::id).toList();

        assertThat(ids).containsAll(expected).doesNotHaveDuplicates();
        assertThat(CATALOGUE.requirements().stream()
                        .filter(r -> CHAPTERS.containsKey(r.chapter()))
                        .map(Requirement::id))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyRequirementStandsInADeclaredChapter() {
        assertThat(CATALOGUE.requirements().stream().map(Requirement::chapter).distinct())
                .containsExactlyElementsOf(
                        CATALOGUE.chapters().stream().map(Catalogue.Chapter::id).toList());
    }

    @Test
    void everyRequirementCitesDocumentsThatAreDeclared() {
        for (var requirement : CATALOGUE.requirements()) {
            assertThat(requirement.sources()).as(requirement.id()).isNotEmpty().allSatisfy(source -> {
                assertThat(CATALOGUE.documents()).containsKey(source.document());
                assertThat(source.section()).isNotBlank();
            });
        }
    }

    @Test
    void everyDeclaredDocumentIsCited() {
        assertThat(CATALOGUE.requirements().stream()
                        .flatMap(r -> r.sources().stream())
                        .map(Requirement.Source::document)
                        .collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(CATALOGUE.documents().keySet());
    }

    @Test
    void everyStatementSaysHowBindingItIsAsItsLevelDoes() {
        assertThat(CATALOGUE.requirements()).allSatisfy(requirement -> {
            assertThat(requirement.statement())
                    .as(requirement.id())
                    .contains(" " + requirement.level().name() + " ");
            assertThat(requirement.title()).isNotBlank();
            assertThat(requirement.rationale()).isNotBlank();
        });
    }

    @Test
    void everyTagOfAScenarioNamesARequirement() {
        var known = CATALOGUE.requirements().stream().map(Requirement::id).collect(toSet());

        assertThat(LIBRARY.scenarios())
                .allSatisfy(
                        scenario -> assertThat(known).as(scenario.location()).containsAll(scenario.requirements()));
    }

    @Test
    void everyScenarioBearsOnARequirement() {
        assertThat(LIBRARY.scenarios())
                .filteredOn(scenario -> scenario.requirements().isEmpty())
                .extracting(ScenarioInfo::location)
                .isEmpty();
    }

    @Test
    void everyRequirementThatCanBeTestedHasAScenarioAndNoOtherHas() {
        var tested = LIBRARY.scenarios().stream()
                .flatMap(scenario -> scenario.requirements().stream())
                .collect(toSet());

        assertThat(CATALOGUE.requirements())
                .allSatisfy(requirement -> assertThat(tested.contains(requirement.id()))
                        .as(requirement.id() + " has a scenario")
                        .isEqualTo(requirement.notYet().isEmpty()
                                && requirement.declared().isEmpty()));
    }

    @Test
    void thereAreHundredsOfScenariosAndEachHasANameOfItsOwn() {
        assertThat(LIBRARY.scenarios()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(LIBRARY.scenarios()).extracting(ScenarioInfo::id).doesNotHaveDuplicates();
        assertThat(LIBRARY.scenarios()).extracting(ScenarioInfo::location).doesNotHaveDuplicates();
    }

    @Test
    void everyScenarioThatBuildsOnARefusalHasAnAcceptedTwin() {
        var refusing = pickles().filter(pickle -> refusal(pickle) >= 0).toList();

        assertThat(refusing).hasSizeGreaterThan(250);
        assertThat(refusing)
                .filteredOn(pickle -> !hasTwin(pickle))
                .extracting(Pickle::getName)
                .isEmpty();
    }

    @Test
    void everyScenarioHasOneWhen() {
        assertThat(pickles())
                .filteredOn(pickle -> pickle.getSteps().stream()
                                .filter(step -> step.getType() == StepType.WHEN)
                                .count()
                        != 1)
                .extracting(Pickle::getName)
                .isEmpty();
    }

    @Test
    void everyForgeryThatAScenarioNamesExists() {
        assertThat(presented()).isNotEmpty().isSubsetOf(titles());
    }

    @Test
    void everyForgeryIsTriedByAScenario() {
        assertThat(titles()).isNotEmpty().isSubsetOf(presented());
    }

    @Test
    void noSentenceSpeaksOfTheWire() {
        assertThat(sentences().collect(toSet()))
                .filteredOn(sentence -> sentence.matches(".*(https?://|\\{|\\b[Ss]tatus [1-5]).*"))
                .isEmpty();
    }

    private static Set<String> titles() {
        return ForgeryCatalogue.shipped().all().stream().map(Forgery::title).collect(toSet());
    }

    private static Set<String> presented() {
        return sentences()
                .map(PRESENTS::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .collect(toSet());
    }

    private static Stream<Pickle> pickles() {
        return LIBRARY.features().stream().map(Feature::getPickles).flatMap(List::stream);
    }

    private static Stream<String> sentences() {
        return pickles().flatMap(pickle -> pickle.getSteps().stream()).map(Step::getText);
    }

    private static int refusal(Pickle pickle) {
        var steps = pickle.getSteps();
        return IntStream.range(0, steps.size())
                .filter(i -> REFUSAL.matcher(steps.get(i).getText()).matches())
                .findFirst()
                .orElse(-1);
    }

    private static boolean hasTwin(Pickle pickle) {
        var steps = pickle.getSteps();
        var when = IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).getType() == StepType.WHEN)
                .findFirst()
                .orElse(0);
        return says(steps.subList(0, when), ACCEPTED_BEFORE)
                || says(steps.subList(refusal(pickle) + 1, steps.size()), ACCEPTED_AFTER);
    }

    private static boolean says(List<Step> steps, Pattern sentence) {
        return steps.stream().anyMatch(step -> sentence.matcher(step.getText()).matches());
    }
}
