package org.vmacheck.checks.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vmacheck.checks.report.Table.Head;

/** Races at a glance, a line each: what comes out without the fix, and with it. */
public final class RaceTable {

  private static final int MOST = 36;

  private RaceTable() {}

  /** The table, a line that counts, and a line break. */
  public static String of(List<Result> results) {
    Map<String, List<Result>> races =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.question().id(), LinkedHashMap::new, Collectors.toList()));
    List<List<String>> rows = new ArrayList<>();
    races.forEach((race, of) -> rows.add(row(race, of)));
    List<Head> heads =
        List.of(
            Head.folded("race", MOST),
            Head.left("model"),
            Head.folded("without the fix", MOST),
            Head.folded("with it", MOST),
            Head.right("executions"),
            Head.right("found in"),
            Head.right("time"));
    long reproduced =
        races.values().stream().filter(of -> of.stream().allMatch(Result::isAsExpected)).count();
    return String.join("\n", new Table(heads, rows).lines(Width.ofOutput()))
        + "\n\n"
        + reproduced
        + " of "
        + races.size()
        + " races reproduce as reported, and hold with the fix; found in "
        + text(longestSearch(results))
        + " each, or less; "
        + results.size()
        + " verdicts, "
        + text(time(results))
        + "\n";
  }

  private static List<String> row(String race, List<Result> of) {
    long executions = of.stream().mapToLong(result -> result.verdict().executions()).sum();
    return List.of(
        race,
        of.stream()
            .map(result -> result.question().model().text())
            .distinct()
            .collect(Collectors.joining(", ")),
        answers(of, result -> !result.question().shouldHold()),
        answers(of, result -> result.question().shouldHold()),
        String.valueOf(executions),
        text(longestSearch(of)),
        text(time(of)));
  }

  /** What came out, each answer once; what was not to come out says so. */
  private static String answers(List<Result> of, Predicate<Result> which) {
    String all =
        of.stream()
            .filter(which)
            .map(result -> result.answer() + (result.isAsExpected() ? "" : " (!)"))
            .distinct()
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "-" : all;
  }

  /** The longest that a search took which was to find the race. */
  private static Duration longestSearch(List<Result> of) {
    return of.stream()
        .filter(result -> !result.question().shouldHold())
        .map(result -> result.verdict().time())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static Duration time(List<Result> of) {
    return of.stream().map(result -> result.verdict().time()).reduce(Duration.ZERO, Duration::plus);
  }

  private static String text(Duration time) {
    return time.toMillis() < 1000
        ? time.toMillis() + " ms"
        : String.format(java.util.Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
