package org.vmacheck.checks.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Verdicts at a glance, one line each. */
public final class ResultTable {

  private ResultTable() {}

  /** The table without a line break at its end. */
  public static String of(List<Result> results) {
    List<ColumnData<Result>> columns =
        List.of(
            left("", result -> result.question().id()),
            left("kernel", result -> result.question().kernel()),
            left("engine", result -> result.question().engine()),
            left("model", result -> result.question().model().text()),
            left("verdict", ResultTable::verdict),
            left("expected", result -> result.question().expectedText()),
            right("executions", ResultTable::executions),
            right("time", result -> time(result.verdict().time())));
    return AsciiTable.builder()
        .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
        .data(results, columns)
        .asString()
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"));
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

  private static ColumnData<Result> left(String head, Function<Result, String> cell) {
    return new Column()
        .header(head)
        .headerAlign(HorizontalAlign.LEFT)
        .dataAlign(HorizontalAlign.LEFT)
        .with(cell);
  }

  private static ColumnData<Result> right(String head, Function<Result, String> cell) {
    return new Column()
        .header(head)
        .headerAlign(HorizontalAlign.RIGHT)
        .dataAlign(HorizontalAlign.RIGHT)
        .with(cell);
  }
}
