package dev.detente.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The house: a package may know those before it in the list and none after it. */
class ArchitectureTest {
  /** From the ground up; a name covers the packages below it that are not named themselves. */
  private static final List<String> STOREYS =
      List.of(
          "dev.detente.article",
          "dev.detente.record",
          "dev.detente.record.json",
          "dev.detente.codebook",
          "dev.detente.codebook.world",
          "dev.detente.article.passages",
          "dev.detente.language",
          "dev.detente.language.segment",
          "dev.detente.language.identify",
          "dev.detente.language.conllu",
          "dev.detente.language.model",
          "dev.detente.language.analyser",
          "dev.detente.reading.time",
          "dev.detente.reading.place",
          "dev.detente.reading.actor",
          "dev.detente.reading.statement",
          "dev.detente.reading.event",
          "dev.detente.reading.link",
          "dev.detente.reading",
          "dev.detente.source",
          "dev.detente.pipeline",
          "dev.detente.ledger.identity",
          "dev.detente.ledger.relate",
          "dev.detente.ledger.story",
          "dev.detente.ledger.tension",
          "dev.detente.ledger.search",
          "dev.detente.ledger.store",
          "dev.detente.ledger.export",
          "dev.detente.ledger",
          "dev.detente.web.guard",
          "dev.detente.web.page",
          "dev.detente.web.api",
          "dev.detente.web.news",
          "dev.detente.web",
          "dev.detente.cli.codebook",
          "dev.detente.cli.format",
          "dev.detente.cli.score",
          "dev.detente.cli");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.detente");

  private static int storey(JavaClass type) {
    String name = type.getPackageName();
    while (!name.isEmpty()) {
      int at = STOREYS.indexOf(name);
      if (at >= 0) {
        return at;
      }
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    return -1;
  }

  @Test
  void everyPackageHasItsStorey() {
    Set<String> homeless = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (storey(type) < 0) {
        homeless.add(type.getPackageName());
      }
    }
    assertThat(homeless).isEmpty();
    assertThat(CLASSES.size()).isGreaterThan(50);
  }

  @Test
  void arrowsPointDown() {
    Set<String> upward = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      type.getDirectDependenciesFromSelf()
          .forEach(
              dependency -> {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith("dev.detente")
                    && storey(target) > storey(type)) {
                  upward.add(type.getName() + " -> " + target.getName());
                }
              });
    }
    assertThat(upward).isEmpty();
  }

  @Test
  void sourcesKnowOfLanguageOnlyWhatAFileCanHold() {
    noClasses()
        .that()
        .resideInAPackage("dev.detente.source..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.detente.language.segment..",
            "dev.detente.language.identify..",
            "dev.detente.language.model..",
            "dev.detente.language.analyser..",
            "dev.detente.reading..")
        .check(CLASSES);
  }

  @Test
  void theCoreHasNoClockNoNetworkAndNoDice() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.detente.source..", "dev.detente.web..", "dev.detente.cli..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.net.http..")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(CLASSES);
  }

  @Test
  void onlyTheWiringKnowsHowReadersAreMade() {
    classes()
        .that()
        .haveFullyQualifiedName("dev.detente.reading.ArticleReader")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage("dev.detente.reading..", "dev.detente.pipeline", "dev.detente.cli")
        .check(CLASSES);
  }
}
