package org.vmacheck.checks.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vmacheck.checks.engine.jcstress.Jdk;
import org.vmacheck.checks.engine.jcstress.StressResult;
import org.vmacheck.checks.engine.jcstress.StressResult.Outcome;
import org.vmacheck.stress.MemoryOrderQuestion;

/** What JCStress showed, for people and for programs. */
public final class StressReport {

  private record Line(String test, Outcome outcome) {}

  private StressReport() {}

  /** A line an outcome, and what they come to. */
  public static String text(List<StressResult> results, Jdk jdk) {
    List<Line> lines = new ArrayList<>();
    for (StressResult result : results) {
      String name = MemoryOrderQuestion.shortName(result.test());
      for (Outcome outcome : result.outcomes()) {
        lines.add(new Line(name, outcome));
        name = "";
      }
    }
    return new Listing("test", "outcome", "count", "expectation", "meaning")
            .all(lines, StressReport::cells)
            .text()
        + "\n"
        + summary(results, jdk);
  }

  private static List<String> cells(Line line) {
    Outcome outcome = line.outcome();
    boolean bad = outcome.count() > 0 && outcome.expected() == StressResult.Expected.FORBIDDEN;
    return List.of(
        line.test(),
        outcome.id(),
        String.format(Locale.ROOT, "%,14d", outcome.count()),
        outcome.expected().text() + (bad ? " (!)" : ""),
        outcome.meaning());
  }

  private static String summary(List<StressResult> results, Jdk jdk) {
    long forbidden = results.stream().filter(StressResult::showedForbidden).count();
    long weakened = results.stream().filter(StressResult::isWeakened).count();
    long shown = results.stream().filter(StressResult::showedInteresting).count();
    return results.size()
        + (results.size() == 1 ? " test" : " tests")
        + " on JDK "
        + jdk.version()
        + ", "
        + machine()
        + ": "
        + (forbidden == 0 ? "no forbidden outcome" : forbidden + " with a forbidden outcome")
        + (weakened == 0
            ? ""
            : "; "
                + shown
                + " of "
                + weakened
                + " weakened forms showed the outcome that they allow")
        + ".\n";
  }

  /**
   * One JSON object. A test is a row of kind {@code stress}; its model is the machine, and whether
   * a weakened form shows anything is a question.
   *
   * @param time of all tests together; none has a time of its own
   */
  public static String json(String version, List<StressResult> results, Jdk jdk, Duration time) {
    return JsonReport.of(version, results.stream().map(r -> row(r, jdk, time)).toList());
  }

  private static JsonReport.Row row(StressResult result, Jdk jdk, Duration time) {
    String outcomes =
        result.outcomes().stream()
            .map(o -> "(" + o.id() + ") " + o.count() + " " + o.expected().text())
            .collect(Collectors.joining("; "));
    return new JsonReport.Row(
        MemoryOrderQuestion.shortName(result.test()),
        "stress",
        "jcstress",
        machine(),
        "",
        result.answer().text(),
        result.isWeakened() ? "question" : "holds",
        false,
        result.samples(),
        0,
        time.toMillis(),
        "JDK " + jdk.version() + ": " + outcomes,
        null);
  }

  private static String machine() {
    return System.getProperty("os.arch");
  }
}
