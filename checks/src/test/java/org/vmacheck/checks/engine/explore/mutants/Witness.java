package org.vmacheck.checks.engine.explore.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Tests that know whether the explorer is right, run on one that may not be. */
final class Witness {

  /** Those that are asked about a mutant that nobody is known to notice; the quickest first. */
  static final List<String> ALL =
      List.of(
          "engine.explore.ShapesTest",
          "engine.explore.RulesTest",
          "engine.explore.FindingsTest",
          "engine.explore.AgreementTest",
          "engine.explore.SymmetryTest",
          "engine.explore.WholeGraphTest",
          "litmus.run.ExplorerAgreementTest",
          "engine.explore.BoundsTest",
          "engine.explore.bench.BenchmarkTest",
          "litmus.run.PartsOfGraphsTest",
          "lkmm.LinuxKernelModelTest",
          "engine.explore.EarlyProgramsTest",
          "litmus.run.LoadBufferingTest");

  private Witness() {}

  /** The first test of all that fails, or nothing. */
  static Optional<String> first(MutatedChecks checks) throws ClassNotFoundException {
    for (String name : ALL) {
      Failures failures = run(checks, selectClass(type(checks, name)));
      if (failures.first != null) {
        return Optional.of(failures.first);
      }
    }
    return Optional.empty();
  }

  /** Whether a test, {@code Class.method}, fails. */
  static boolean notices(MutatedChecks checks, String test) throws ClassNotFoundException {
    String simple = test.substring(0, test.indexOf('.'));
    String name = test.substring(test.indexOf('.') + 1);
    String full =
        ALL.stream()
            .filter(all -> all.endsWith("." + simple))
            .findFirst()
            .orElseThrow(() -> unknown(test));
    Class<?> type = type(checks, full);
    Method method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(declared -> declared.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(test));
    Failures failures = run(checks, selectMethod(type, method));
    if (failures.succeeded == 0 && failures.first == null) {
      throw new IllegalArgumentException("nothing was run: " + test);
    }
    return failures.first != null;
  }

  private static IllegalArgumentException unknown(String test) {
    return new IllegalArgumentException("no such test: " + test);
  }

  private static Class<?> type(MutatedChecks checks, String name) throws ClassNotFoundException {
    return Class.forName("org.vmacheck.checks." + name, false, checks);
  }

  private static Failures run(MutatedChecks checks, DiscoverySelector what) {
    Failures failures = new Failures();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(checks);
    try {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(what)
                  .configurationParameter("junit.jupiter.execution.timeout.default", "300 s")
                  .configurationParameter(
                      "junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
                  .build(),
              failures);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    if (failures.unclear != null && failures.first == null) {
      throw failures.unclear;
    }
    return failures;
  }

  private static final class Failures implements TestExecutionListener {
    private int succeeded;
    private String first;

    /** A test that did not end, or could not be run: no notice. */
    private IllegalStateException unclear;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
        succeeded++;
      }
      if (result.getStatus() != TestExecutionResult.Status.FAILED) {
        return;
      }
      Throwable why = result.getThrowable().orElseThrow();
      if (why instanceof TimeoutException || why instanceof LinkageError) {
        unclear = new IllegalStateException(test.getDisplayName() + " says nothing", why);
      } else if (first == null) {
        first = test.getSource().map(Failures::name).orElse(test.getDisplayName());
      }
    }

    private static String name(Object source) {
      return source instanceof MethodSource method
          ? simple(method.getClassName()) + "." + method.getMethodName()
          : source.toString();
    }

    private static String simple(String className) {
      return className.substring(className.lastIndexOf('.') + 1);
    }
  }
}
