package org.vmacheck.checks.engine.jcstress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How long each test runs, and the one place that knows the options of JCStress 0.16; later
 * versions have others.
 */
public enum Effort {
  /** About ten seconds a test: 100 ms in each of four JIT configurations. */
  BRIEF("-time 100 -iters 1 -fsm 1 -sc false"),
  /** About half a minute a test. */
  QUICK("-m quick"),
  /** JCStress's own default, some minutes a test. */
  DEFAULT("-m default"),
  /** About ten times as long. */
  TOUGH("-m tough");

  private final String options;

  Effort(String options) {
    this.options = options;
  }

  /**
   * The command line behind the name of the main class.
   *
   * @param tests as JCStress names them
   */
  List<String> arguments(List<String> tests) {
    List<String> arguments = new ArrayList<>(List.of(options.split(" ")));
    arguments.addAll(List.of("-t", only(tests)));
    return arguments;
  }

  /** Properties of the JVM that JCStress itself runs in. */
  static List<String> properties() {
    return List.of("-Djcstress.console.printIntervalMs=1000");
  }

  /** {@code -t} takes a regular expression and looks for it anywhere in the name. */
  private static String only(List<String> tests) {
    return tests.stream().map(Pattern::quote).collect(Collectors.joining("|", "^(", ")$"));
  }
}
