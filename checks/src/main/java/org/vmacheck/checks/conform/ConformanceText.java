package org.vmacheck.checks.conform;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A result for people. */
public final class ConformanceText {

  private static final List<String> GROUPS =
      List.of("call", "refused", "merge", "split", "no merge", "state");

  private ConformanceText() {}

  /**
   * The whole report.
   *
   * @param options of the command that compares with this kernel again, each with a space after it;
   *     empty for the running one
   * @param length calls a sequence
   */
  public static String of(ConformanceResult result, String options, int length) {
    StringBuilder text = new StringBuilder();
    for (String skipped : result.skipped()) {
      text.append("skipped: ").append(skipped).append(System.lineSeparator());
    }
    text.append(coverage(result.coverage()));
    if (result.difference() != null) {
      text.append(result.difference().report(options, length)).append(System.lineSeparator());
    }
    text.append(summary(result)).append(System.lineSeparator());
    return text.toString();
  }

  /** One line: what was compared, how fast, and what came of it. */
  public static String summary(ConformanceResult result) {
    double seconds = result.nanos() / 1e9;
    return String.format(
        Locale.ROOT,
        "Linux %s and the model of %s: %,d sequences, %,d calls compared in %.1f s"
            + " (%,.0f sequences/s): %s",
        result.kernel(),
        result.release().isEmpty() ? "no release" : result.release(),
        result.sequences(),
        result.calls(),
        seconds,
        result.sequences() / seconds,
        outcome(result));
  }

  private static String outcome(ConformanceResult result) {
    if (result.sequences() == 0) {
      return "nothing compared";
    }
    if (result.difference() != null) {
      return "they differ in sequence " + result.difference().number();
    }
    return result.complete() ? "no difference" : "no difference before the budget ended";
  }

  private static String coverage(Coverage coverage) {
    StringBuilder text = new StringBuilder();
    for (String group : GROUPS) {
      TreeMap<String, Long> counts = new TreeMap<>();
      coverage
          .counts()
          .forEach(
              (name, count) -> {
                if (name.startsWith(group + ": ")) {
                  counts.put(name.substring(group.length() + 2), count);
                }
              });
      if (!counts.isEmpty()) {
        text.append(group).append(System.lineSeparator());
        counts.forEach(
            (name, count) -> text.append(String.format(Locale.ROOT, "  %,11d  %s%n", count, name)));
      }
    }
    return text.toString();
  }
}
