package org.vmacheck.checks.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.report.Result.Standing;

/** The verdicts of one run for a person: the table, the counterexamples, what was not expected. */
public final class TextReport {

  private TextReport() {}

  /** With the first counterexample of each claim or race. */
  public static String of(List<Result> results) {
    return of(results, false);
  }

  /** As {@link #of}, with every step and with what the engine itself wrote. */
  public static String inFull(List<Result> results) {
    return of(results, true);
  }

  private static String of(List<Result> results, boolean inFull) {
    StringBuilder text = new StringBuilder();
    text.append(ResultTable.of(results)).append("\n\n");
    Set<String> shown = new HashSet<>();
    for (Result result : results) {
      if (result.verdict().counterexample().isPresent()
          && (shown.add(result.question().id()) || result.standing() == Standing.OTHER_REASON)) {
        Counterexample counterexample = result.verdict().counterexample().get();
        text.append(
            inFull
                ? CounterexampleText.inFull(result, counterexample)
                : CounterexampleText.of(result, counterexample));
        text.append('\n');
      }
    }
    return text.append(summary(results)).toString();
  }

  private static String summary(List<Result> results) {
    List<Result> surprises = results.stream().filter(result -> !result.isAsExpected()).toList();
    int expected = results.size() - surprises.size();
    String total = expected + " of " + results.size() + " verdicts as expected.\n";
    return total + surprises.stream().map(TextReport::surprise).collect(Collectors.joining());
  }

  private static String surprise(Result result) {
    Question question = result.question();
    String what =
        switch (result.standing()) {
          case ENGINE_FAILED -> "no verdict: " + result.verdict().detail();
          case OTHER_REASON -> "violated, but for another reason than the catalogue gives";
          case JUDGED ->
              result.answer()
                  + ", expected "
                  + question.expected().text()
                  + (result.verdict().counterexample().isPresent()
                      ? ""
                      : " (" + result.verdict().detail() + ")");
        };
    return "  "
        + question.id()
        + " on "
        + question.kernel()
        + ", "
        + question.engine()
        + " "
        + question.model().text()
        + ": "
        + what
        + "\n";
  }
}
