package org.vmacheck.checks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vmacheck.checks.book.Expectation;
import org.vmacheck.checks.engine.Counterexample;

/** The verdicts of one run for a person: the table, the counterexamples, what was not expected. */
public final class TextReport {

  private TextReport() {}

  /** With the first counterexample and every unexpected one; of the others, how to see them. */
  public static String of(List<Result> results, int questions) {
    return of(results, questions, false);
  }

  /** With every step of every counterexample and with what the engine itself wrote. */
  public static String inFull(List<Result> results, int questions) {
    return of(results, questions, true);
  }

  private static String of(List<Result> results, int questions, boolean inFull) {
    StringBuilder text = new StringBuilder();
    text.append(ResultTable.of(results)).append("\n\n");
    Result first = null;
    List<String> others = new ArrayList<>();
    for (Result result : results) {
      Optional<Counterexample> found = result.verdict().counterexample();
      if (found.isEmpty()) {
        continue;
      }
      if (first == null || !result.isAsExpected() || inFull) {
        text.append(
            inFull
                ? CounterexampleText.inFull(result, found.get())
                : CounterexampleText.of(result, found.get()));
        text.append('\n');
        first = first == null ? result : first;
      } else {
        others.add("  ./vmacheck " + result.question().replay() + "\n");
      }
    }
    if (!others.isEmpty()) {
      text.append("More counterexamples:\n");
      others.stream().distinct().forEach(text::append);
      text.append('\n');
    }
    return text.append(summary(results, questions)).toString();
  }

  private static String summary(List<Result> results, int questions) {
    List<Result> surprises = results.stream().filter(result -> !result.isAsExpected()).toList();
    int expected = results.size() - surprises.size();
    String total =
        expected
            + " of "
            + results.size()
            + " verdicts as expected; "
            + questions
            + (questions == 1 ? " question was" : " different questions were")
            + " asked.\n";
    return total + surprises.stream().map(TextReport::surprise).collect(Collectors.joining());
  }

  private static String surprise(Result result) {
    Question question = result.question();
    String what =
        switch (result.standing()) {
          case ENGINE_FAILED -> "no verdict: " + result.verdict().detail();
          case OTHER_REASON, JUDGED ->
              result.answer()
                  + ", expected "
                  + question.expected().map(Expectation::text).orElse("nothing, so holds")
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
