package org.vmacheck.checks.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.vmacheck.checks.report.Table.Head;

/** Verdicts at a glance, one line each. */
public final class ResultTable {

  /** What a scenario's name needs to be readable. */
  private static final int READABLE = 22;

  private ResultTable() {}

  /** Of a column that is always shown. */
  private static final int ALWAYS = 4;

  /**
   * A column.
   *
   * @param importance how much it is missed where there is no room for it, from 0: not at all
   */
  private record Shown(int importance, Head head, Function<Result, String> cell) {}

  /** A release without some patches is folded where there is little room. */
  private static List<Shown> columns(int width) {
    return List.of(
        new Shown(ALWAYS, Head.left(""), result -> result.question().id()),
        new Shown(
            ALWAYS,
            Head.folded("kernel", width < 80 ? 12 : 20),
            result -> result.question().kernel()),
        new Shown(1, Head.left("engine"), result -> result.question().engine()),
        new Shown(2, Head.left("model"), result -> result.question().model().text()),
        new Shown(ALWAYS, Head.left("verdict"), ResultTable::verdict),
        new Shown(ALWAYS, Head.left("expected"), result -> result.question().expectedText()),
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
    for (int least = 1; least <= ALWAYS && table.roomForLast(width) < READABLE; least++) {
      table = table(results, width, least);
    }
    return String.join("\n", table.lines(width));
  }

  private static Table table(List<Result> results, int width, int least) {
    List<Shown> shown =
        columns(width).stream().filter(column -> column.importance >= least).toList();
    List<List<String>> rows = new ArrayList<>();
    for (Result result : results) {
      rows.add(shown.stream().map(column -> column.cell.apply(result)).toList());
    }
    return new Table(shown.stream().map(column -> column.head).toList(), rows);
  }

  private static String verdict(Result result) {
    return result.isAsExpected() ? result.answer() : result.answer() + " (!)";
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
