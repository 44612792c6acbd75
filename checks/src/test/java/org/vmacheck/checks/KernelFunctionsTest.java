package org.vmacheck.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.Counterexamples.Found;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.model.memory.KernelNames;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/** A reader can grep the kernel for every function that a counterexample names. */
class KernelFunctionsTest {

  private static final String MEMORY = "org.vmacheck.model.memory";

  /** The functions of Linux 7.3 that the model names, each of them looked up in its source. */
  private static final Set<String> KERNEL_FUNCTIONS = lines("/kernel-functions.txt");

  private static Set<String> lines(String resource) {
    try (InputStream in = KernelFunctionsTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JavaClass> paths() {
    return new ClassFileImporter()
            .withImportOption(new ProductionCode())
            .importPackages(
                "org.vmacheck.model.ops",
                "org.vmacheck.model.locking",
                "org.vmacheck.model.pgtable",
                "org.vmacheck.model.mm",
                "org.vmacheck.model.patches")
            .stream();
  }

  /**
   * Whether it can be the innermost kernel function of a step, or of a finding: it accesses memory,
   * or something that is folded into it may do so.
   */
  private static boolean accessesMemory(JavaMethod method) {
    return method.getAccessesFromSelf().stream()
        .anyMatch(
            access ->
                access.getTargetOwner().getPackageName().startsWith(MEMORY)
                    || isFolded(access.getTargetOwner(), access.getName()));
  }

  private static boolean isFolded(JavaClass owner, String member) {
    return owner.getMethods().stream().anyMatch(method -> method.getName().equals(member))
        && owner.getPackageName().startsWith("org.vmacheck.model.")
        && KernelNames.function(owner.reflect(), member).isEmpty();
  }

  @Test
  void everyMethodThatAccessesMemoryStandsForAFunctionOfTheKernel() {
    Set<String> unknown = new TreeSet<>();
    paths()
        .flatMap(type -> type.getMethods().stream())
        .filter(KernelFunctionsTest::accessesMemory)
        .forEach(
            method ->
                KernelNames.function(method.getOwner().reflect(), method.getName())
                    .filter(function -> !KERNEL_FUNCTIONS.contains(function))
                    .ifPresent(function -> unknown.add(function + " of " + method.getFullName())));
    assertThat(unknown).isEmpty();
  }

  @Test
  void whatAnAnnotationNamesIsAFunctionOfTheKernel() {
    List<String> named =
        paths()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(KernelFunction.class))
            .map(method -> method.getAnnotationOfType(KernelFunction.class).value())
            .toList();
    assertThat(named).isNotEmpty().allMatch(KERNEL_FUNCTIONS::contains);
  }

  @Test
  void anAnnotationIsFoundThroughTheMethodThatIsOverridden() throws ClassNotFoundException {
    Class<?> patch = Class.forName("org.vmacheck.model.patches.LockBeforeNewFlags$InMprotect");
    assertThat(patch.getSuperclass()).isNotNull();
    assertThat(KernelNames.function(patch, "newFlags")).isEmpty();
    assertThat(KernelNames.function(patch, "lambda$newFlags$3")).isEmpty();
    Class<?> lock = Class.forName("org.vmacheck.model.patches.AcquireAfterWait");
    assertThat(KernelNames.function(lock, "waitForReaders"))
        .contains("__vma_start_exclude_readers");
  }

  @Test
  void noMethodIsBothFoldedAndNamed() {
    assertThat(
            paths()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Folded.class))
                .filter(method -> method.isAnnotatedWith(KernelFunction.class)))
        .isEmpty();
  }

  static Stream<Found> catalogue() {
    return Counterexamples.all();
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void everyFunctionOfACounterexampleIsOneOfTheKernel(Found found) {
    assertThat(found.counterexample().steps())
        .extracting(Step::function)
        .filteredOn(function -> !function.isEmpty())
        .isNotEmpty()
        .allMatch(KERNEL_FUNCTIONS::contains);
  }
}
