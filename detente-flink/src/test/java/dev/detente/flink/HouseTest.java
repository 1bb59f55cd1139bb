package dev.detente.flink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The job puts steps of other modules together: it has none of its own, and nobody needs it. */
class HouseTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.detente");

  @Test
  void nobodyDependsOnTheJob() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.detente.flink..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.detente.flink..", "org.apache.flink..", "org.apache.kafka..")
        .check(CLASSES);
  }

  @Test
  void theJobReadsByTheOnePipeline() {
    classes()
        .that()
        .resideInAPackage("dev.detente.flink..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.apache.flink..",
            "org.apache.kafka..",
            "org.jspecify..",
            "com.fasterxml.jackson..",
            "dev.detente.flink..",
            "dev.detente.pipeline",
            "dev.detente.source",
            "dev.detente.source.fetch",
            "dev.detente.source.duplicate",
            "dev.detente.source.parquet",
            "dev.detente.ledger..",
            "dev.detente.article",
            "dev.detente.record..",
            "dev.detente.codebook..",
            "dev.detente.language",
            "dev.detente.language.conllu")
        .check(CLASSES);
  }
}
