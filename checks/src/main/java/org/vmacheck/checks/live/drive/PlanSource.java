package org.vmacheck.checks.live.drive;

import java.util.List;
import java.util.stream.Collectors;
import org.vmacheck.checks.live.drive.DelayPlan.Turn;

/** A plan in C, as drive.h takes it. */
public final class PlanSource {

  /** More would only be tried when all of these have failed. */
  private static final int MOST_STOPS = 16;

  private PlanSource() {}

  /** The numbers that come before drive.h. */
  public static String sizes(DelayPlan plan) {
    int stops = plan.turns().stream().mapToInt(turn -> stops(turn).size()).max().orElse(0);
    return "enum { TURNS = " + plan.turns().size() + ", STOPS = " + Math.max(1, stops) + " };";
  }

  /**
   * The table.
   *
   * @param threads of the page, in the order of their numbers
   */
  public static String table(DelayPlan plan, List<String> threads) {
    return plan.turns().stream()
        .map(turn -> "\t{" + threads.indexOf(turn.thread()) + ", {" + row(turn) + "}},\n")
        .collect(Collectors.joining("", "static const struct turn plan[TURNS] = {\n", "};"));
  }

  private static String row(Turn turn) {
    return turn.stops().isEmpty()
        ? "{NULL, 0}"
        : stops(turn).stream()
            .map(stop -> "{\"" + stop.function() + "\", " + (stop.past() ? 1 : 0) + "}")
            .collect(Collectors.joining(", "));
  }

  private static List<Stop> stops(Turn turn) {
    return turn.stops().subList(0, Math.min(MOST_STOPS, turn.stops().size()));
  }
}
