package dev.assay;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of the house. A new part, or a new arrow, has to be entered here before anything compiles green. */
class ArchitectureTest {
    private static final String HOUSE = "dev.assay";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);

    /** Each part of the house, and the parts that it may use. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            entry("result", Set.of()),
            entry("document", Set.of()),
            entry("tls", Set.of()),
            entry("artifact", Set.of()),
            entry("loopback", Set.of("tls")),
            entry("proxy", Set.of("loopback", "tls")),
            entry("reference", Set.of("loopback")),
            entry("requirement", Set.of("document", "result")),
            entry("profile", Set.of("document", "result")),
            entry("comparison", Set.of("result")),
            entry("report", Set.of("result", "comparison")),
            entry("identity", Set.of("loopback", "tls", "document")),
            entry("registry", Set.of("artifact", "profile", "result")),
            entry("steps", Set.of("registry", "identity", "artifact", "profile", "result")),
            entry("draft", Set.of("profile", "document", "registry")),
            entry("probe", Set.of("steps", "registry", "profile", "result")),
            entry(
                    "run",
                    Set.of(
                            "loopback",
                            "steps",
                            "registry",
                            "identity",
                            "artifact",
                            "profile",
                            "requirement",
                            "document",
                            "result",
                            "tls")),
            entry("safety", Set.of("registry")),
            entry("calibration", Set.of("document", "requirement", "result")),
            entry(
                    "cli",
                    Set.of(
                            "loopback",
                            "run",
                            "probe",
                            "draft",
                            "steps",
                            "registry",
                            "identity",
                            "artifact",
                            "profile",
                            "requirement",
                            "document",
                            "result",
                            "report",
                            "comparison",
                            "calibration",
                            "reference",
                            "safety",
                            "proxy",
                            "tls")));

    static Stream<String> parts() {
        return ARROWS.keySet().stream().sorted();
    }

    @Test
    void everyPartOfTheHouseHasItsArrowsListed() {
        var parts = new TreeSet<String>();
        CLASSES.stream()
                .map(ArchitectureTest::part)
                .filter(part -> !part.isEmpty())
                .forEach(parts::add);

        assertThat(parts).isEqualTo(new TreeSet<>(ARROWS.keySet()));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void everyPartUsesOnlyWhatItsArrowsPointTo(String part) {
        noClasses()
                .that()
                .resideInAPackage(HOUSE + "." + part + "..")
                .should()
                .dependOnClassesThat(elsewhereThan(part, ARROWS.getOrDefault(part, Set.of())))
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineStartsTheReferenceRegistry() {
        classes()
                .that()
                .resideInAPackage(HOUSE + ".reference..")
                .should()
                .onlyBeAccessed()
                .byAnyPackage(HOUSE + ".reference..", HOUSE + ".cli..")
                .check(CLASSES);
    }

    @Test
    void theProgramItselfKnowsOnlyTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage(HOUSE)
                .should()
                .dependOnClassesThat(elsewhereThan("", Set.of("cli")))
                .check(CLASSES);
    }

    @Test
    void noPartsDependOnEachOtherInACircle() {
        slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void noPackageHasANameThatSaysNothing() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..manager..")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .filteredOn(each -> !each.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .isEmpty();
    }

    @Test
    void onlyTheCommandLineSpeaksToTheConsole() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + ".cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void nobodySleepsButWhereScenariosWait() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(HOUSE + ".run.WaitingRoom")
                .and()
                .doNotHaveFullyQualifiedName(HOUSE + ".steps.Readers")
                .and()
                .doNotHaveFullyQualifiedName(HOUSE + ".registry.Patience")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> elsewhereThan(String part, Set<String> allowed) {
        return describe(
                "belong to a part of the house other than " + new TreeSet<>(allowed),
                used -> !part(used).isEmpty() && !part(used).equals(part) && !allowed.contains(part(used)));
    }

    /** The first package below the house's own; empty for classes that are not of this house. */
    private static String part(JavaClass used) {
        var name = used.getPackageName();
        if (!name.startsWith(HOUSE + ".")) {
            return "";
        }
        var below = name.substring(HOUSE.length() + 1);
        var dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
