package org.vmacheck.checks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rooms of the house and the one rule of it: engines know no VMA, the model knows no engine.
 */
@AnalyzeClasses(packages = "org.vmacheck", importOptions = ProductionCode.class)
class ArchitectureTest {

  private static final String MODEL = "org.vmacheck.model..";
  private static final String MEMORY = "org.vmacheck.model.memory..";
  private static final String HARDWARE = "org.vmacheck.model.memory.hardware..";
  private static final String STRESS = "org.vmacheck.stress..";
  private static final String CHECKS = "org.vmacheck.checks..";
  private static final String ENGINES = "org.vmacheck.checks.engine..";
  private static final String GRAPH = "org.vmacheck.checks.engine.explore.graph..";
  private static final String AXIOMS = "org.vmacheck.checks.lkmm..";

  /** The memory models, one a file; LKMM's puts graphs into the terms of the axioms. */
  private static final String MODELS =
      "SequentialConsistency|TotalStoreOrder|LinuxKernel|CandidateExecution";

  @ArchTest
  static final ArchRule modulesPointDown =
      layeredArchitecture()
          .consideringAllDependencies()
          .layer("checks")
          .definedBy(CHECKS)
          .optionalLayer("stress")
          .definedBy(STRESS)
          .layer("model")
          .definedBy(MODEL)
          .whereLayer("checks")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("stress")
          .mayOnlyBeAccessedByLayers("checks");

  /** Paths use locks, locks stand on objects, objects hold page tables, and all is memory. */
  @ArchTest
  static final ArchRule kernelPathsPointDown =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage(MODEL)
          .layer("wiring")
          .definedBy("org.vmacheck.model", "org.vmacheck.model.release..")
          .layer("patches")
          .definedBy("org.vmacheck.model.patches..")
          .layer("ops")
          .definedBy("org.vmacheck.model.ops..")
          .layer("locking")
          .definedBy("org.vmacheck.model.locking..")
          .layer("mm")
          .definedBy("org.vmacheck.model.mm..")
          .layer("pgtable")
          .definedBy("org.vmacheck.model.pgtable..")
          .layer("memory")
          .definedBy(MEMORY)
          .whereLayer("patches")
          .mayOnlyBeAccessedByLayers("wiring")
          .whereLayer("ops")
          .mayOnlyBeAccessedByLayers("wiring", "patches")
          .whereLayer("wiring")
          .mayOnlyBeAccessedByLayers("patches", "ops")
          .whereLayer("locking")
          .mayOnlyBeAccessedByLayers("wiring", "patches", "ops")
          .whereLayer("mm")
          .mayOnlyBeAccessedByLayers("wiring", "patches", "ops", "locking")
          .whereLayer("pgtable")
          .mayOnlyBeAccessedByLayers("wiring", "patches", "ops", "locking", "mm");

  @ArchTest
  static final ArchRule theModelKnowsNoEngine =
      noClasses()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jetbrains..", "org.openjdk.jcstress..", CHECKS, STRESS);

  /** JCStress tests are one file a question about the kernel's own classes; they may name them. */
  @ArchTest
  static final ArchRule enginesKnowNoVma =
      noClasses()
          .that()
          .resideInAPackage(ENGINES)
          .should()
          .dependOnClassesThat(
              resideInAPackage(MODEL)
                  .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage(MEMORY))));

  @ArchTest
  static final ArchRule enginesDoNotKnowEachOther =
      slices().matching("org.vmacheck.checks.engine.(*)..").should().notDependOnEachOther();

  /** The search asks a {@code MemoryModel}; only the factory there names those that there are. */
  @ArchTest
  static final ArchRule theExplorerNamesNoMemoryModel =
      noClasses()
          .that()
          .resideInAPackage(GRAPH)
          .and()
          .haveNameNotMatching(".*\\.(MemoryModel|" + MODELS + ")(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*\\.(" + MODELS + ")(\\$.*)?");

  /** The axioms of LKMM are a room that the explorer and the litmus tests share. */
  @ArchTest
  static final ArchRule theAxiomsKnowNobody =
      classes()
          .that()
          .resideInAPackage(AXIOMS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(AXIOMS, "java..");

  @ArchTest
  static final ArchRule onlyLkmmAsksTheAxioms =
      noClasses()
          .that()
          .resideInAPackage(ENGINES)
          .and()
          .haveNameNotMatching(".*\\.(LinuxKernel|CandidateExecution|Tags|ThreadOrder)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(AXIOMS);

  @ArchTest
  static final ArchRule theModelHasNoStaticState =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(MODEL)
          .and()
          .areStatic()
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule onlyTheHardwareMemoryIsConcurrentJava =
      noClasses()
          .that()
          .resideInAPackage(MODEL)
          .and()
          .resideOutsideOfPackage(HARDWARE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.concurrent..");

  @ArchTest
  static final ArchRule nothingIsVolatileOutsideOfTheHardwareMemory =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(MODEL)
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage(HARDWARE)
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.VOLATILE);

  /** Neither clocks nor chance: the same values read give the same accesses. */
  @ArchTest
  static final ArchRule theModelIsDeterministic =
      noClasses()
          .that()
          .resideInAPackage(MODEL)
          .and()
          .resideOutsideOfPackage(HARDWARE)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "identityHashCode", Object.class);

  @ArchTest
  static final ArchRule roomsOfTheChecksHaveNoCycles =
      slices().matching("org.vmacheck.checks.(*)..").should().beFreeOfCycles();
}
