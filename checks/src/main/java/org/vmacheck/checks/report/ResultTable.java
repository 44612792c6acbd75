package org.vmacheck.checks.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.vmacheck.checks.report.Table.Head;

/** Verdicts at a glance, one line each. */
public final class ResultTable {

  private ResultTable() {}

  /** Of a column that is always shown. */
  private static final int ALWAYS = 4;

  /**
   * A column.
   *
   * @param importance how much it is missed where there is no room for it, from 0: not at all
   */
  private record Shown(int importance, Head head, Function<Result, String> cell) {}

  /** How wide the texts of pages may be before they are folded. */
  private record Most(int id, int kernel, int verdict, int expected) {
    static Most of(int width) {
      if (width >= 120) {
        return new Most(30, 26, 18, 24);
      }
      if (width >= 100) {
        return new Most(24, 22, 18, 17);
      }
      return width >= 80 ? new Most(20, 16, 12, 13) : new Most(12, 8, 9, 9);
    }
  }

  private static List<Shown> columns(int width) {
    Most most = Most.of(width);
    return List.of(
        new Shown(ALWAYS, Head.folded("", most.id()), result -> result.question().id()),
        new Shown(
            ALWAYS, Head.folded("kernel", most.kernel()), result -> result.question().kernel()),
        new Shown(1, Head.left("engine"), result -> result.question().engine()),
        new Shown(2, Head.left("model"), result -> result.question().model().text()),
        new Shown(ALWAYS, Head.folded("verdict", most.verdict()), ResultTable::verdict),
        new Shown(
            ALWAYS,
            Head.folded("expected", most.expected()),
            result -> result.question().expectedText()),
        new Shown(3, Head.right("executions"), ResultTable::executions),
        new Shown(0, Head.right("time"), result -> time(result.verdict().time())));
  }

  /**
   * The table without a line break at its end.
   *
   * @param width of the longest line; where it is too small for all columns, some are left out
   */
  public static String of(List<Result> results, int width) {
    Table table = table(results, width, 0);
    for (int least = 1; least <= ALWAYS && !table.fits(width); least++) {
      table = table(results, width, least);
    }
    return String.join("\n", table.lines(width));
  }

  /** An engine or a model that is not the same in every line cannot be left out. */
  private static boolean tellsApart(Shown column, List<Result> results) {
    boolean named = column.importance == 1 || column.importance == 2;
    return named && results.stream().map(column.cell).distinct().count() > 1;
  }

  private static Table table(List<Result> results, int width, int least) {
    List<Shown> shown =
        columns(width).stream()
            .filter(column -> column.importance >= least || tellsApart(column, results))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    for (Result result : results) {
      rows.add(shown.stream().map(column -> column.cell.apply(result)).toList());
    }
    return new Table(shown.stream().map(column -> column.head).toList(), rows);
  }

  /** What was found stands under "expected" already, unless it is something else. */
  private static String verdict(Result result) {
    boolean told = result.isAsExpected() && result.question().expected().isPresent();
    return told ? result.verdict().answer().text() : result.answer() + mark(result);
  }

  private static String mark(Result result) {
    return result.isAsExpected() ? "" : " (!)";
  }

  private static String executions(Result result) {
    String count = String.format(Locale.ROOT, "%,d", result.verdict().executions());
    return result.verdict().exhaustive() ? count + " all" : count;
  }

  /** {@code 12 ms}, {@code 3.4 s}, {@code 2 min 5 s}. */
  static String time(Duration time) {
    if (time.toMillis() < 1000) {
      return time.toMillis() + " ms";
    }
    if (time.toSeconds() < 60) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    return time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }
}
