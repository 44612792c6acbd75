package org.vmacheck.checks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Verdict;

/** The verdicts of one run for a person: the table, the counterexamples, what was unexpected. */
public final class TextReport {

  private TextReport() {}

  /**
   * With the first counterexample and every unexpected one; of the others, how to see them.
   *
   * @param questions how many different ones were asked
   */
  public static String of(List<Result> results, int questions) {
    return of(results, questions, Width.ofOutput());
  }

  /** The same in lines of at most so many columns. */
  public static String of(List<Result> results, int questions, int width) {
    return text(results, width, CounterexampleText::of, TextReport::mayBeLeft)
        + summary(results, questions);
  }

  /** With every step of every counterexample and with what the engine itself wrote. */
  public static String inFull(List<Result> results, int questions) {
    return inFull(results, questions, Width.ofOutput());
  }

  /** The same in lines of at most so many columns, but for what the engine wrote. */
  public static String inFull(List<Result> results, int questions, int width) {
    return text(results, width, CounterexampleText::inFull, result -> false)
        + summary(results, questions);
  }

  /** Whether a counterexample need not be shown after the first. */
  private static boolean mayBeLeft(Result result) {
    return result.isAsExpected() || result.question().expected().isEmpty();
  }

  /** How a counterexample is shown. */
  private interface Form {
    String text(Result result, Counterexample counterexample, int width);
  }

  /**
   * @param mayBeLeft whose counterexample may be left to be asked for once one has been shown
   */
  private static String text(
      List<Result> results, int width, Form form, Predicate<Result> mayBeLeft) {
    StringBuilder text = new StringBuilder();
    text.append(ResultTable.of(results, width)).append("\n\n");
    Result first = null;
    List<String> others = new ArrayList<>();
    for (Result result : results) {
      Optional<Counterexample> found = result.verdict().counterexample();
      if (found.isEmpty()) {
        continue;
      }
      if (first == null || !mayBeLeft.test(result)) {
        text.append(form.text(result, found.get(), width)).append('\n');
        first = first == null ? result : first;
      } else {
        others.add("  ./vmacheck " + result.question().command() + "\n");
      }
    }
    if (!others.isEmpty()) {
      text.append("More counterexamples:\n");
      others.stream().distinct().forEach(text::append);
      text.append('\n');
    }
    return text.toString();
  }

  /** How many verdicts were as expected, and a line for each that was not. */
  public static String summary(List<Result> results, int questions) {
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

  private static String hint(Result result) {
    boolean outOfTime = result.verdict().answer() == Verdict.Answer.INCONCLUSIVE;
    return outOfTime ? "; more time: --budget 5m" : "";
  }

  private static String surprise(Result result) {
    Question question = result.question();
    String what =
        switch (result.standing()) {
          case ENGINE_FAILED -> "no verdict: " + result.verdict().detail();
          case OTHER_REASON, JUDGED ->
              result.answer()
                  + question.expected().map(one -> ", expected " + one.text()).orElse("")
                  + (result.verdict().counterexample().isPresent()
                      ? ""
                      : " (" + result.verdict().detail() + hint(result) + ")");
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
