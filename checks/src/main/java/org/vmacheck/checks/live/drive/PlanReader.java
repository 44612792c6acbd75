package org.vmacheck.checks.live.drive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.ThreadText;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.input.Nearest;
import org.vmacheck.checks.live.drive.DelayPlan.Turn;

/** Reads a plan that a person has written: {@code P1 to mprotect_fixup, P0 to end, P1 to end}. */
public final class PlanReader {

  private static final String FUNCTION = "[A-Za-z_][A-Za-z0-9_.]*";

  private final List<String> threads;

  private PlanReader(Page page) {
    threads = page.threads().stream().map(ThreadText::name).toList();
  }

  /**
   * The plan.
   *
   * @throws InputException that says which turn is no turn, and why
   */
  public static DelayPlan read(String text, Page page) {
    PlanReader reader = new PlanReader(page);
    List<Turn> turns = Stream.of(text.split(",", -1)).map(reader::turn).toList();
    reader.requireEnds(turns);
    return new DelayPlan(turns);
  }

  private Turn turn(String text) {
    Iterator<String> words = List.of(text.strip().split("\\s+")).iterator();
    String thread = words.next();
    if (!threads.contains(thread)) {
      throw wrong(
          text,
          "expected a thread of the page, found '"
              + thread
              + "'"
              + Nearest.among(thread, threads, "its threads"));
    }
    List<Stop> stops = new ArrayList<>();
    String how = next(words, text, "to or past");
    while (true) {
      if (!how.equals("to") && !how.equals("past")) {
        throw wrong(text, "expected to or past, found '" + how + "'");
      }
      String function = next(words, text, "a function of the kernel, or end");
      if (function.equals("end") && stops.isEmpty() && how.equals("to") && !words.hasNext()) {
        return Turn.toEnd(thread);
      }
      if (!function.matches(FUNCTION) || function.equals("end")) {
        throw wrong(text, "expected a function of the kernel, found '" + function + "'");
      }
      stops.add(new Stop(function, how.equals("past")));
      if (!words.hasNext()) {
        return new Turn(thread, stops);
      }
      String or = words.next();
      if (!or.equals("or")) {
        throw wrong(text, "expected or, or a comma, found '" + or + "'");
      }
      how = next(words, text, "to or past");
    }
  }

  private static String next(Iterator<String> words, String text, String expected) {
    if (!words.hasNext()) {
      throw wrong(text, "expected " + expected + " at its end");
    }
    return words.next();
  }

  /** Each thread comes to its end, once, in its last turn. */
  private void requireEnds(List<Turn> turns) {
    Set<String> ended = new HashSet<>();
    for (Turn turn : turns) {
      if (ended.contains(turn.thread())) {
        throw wrong(turn.toString(), turn.thread() + " has come to its end before");
      }
      if (turn.stops().isEmpty()) {
        ended.add(turn.thread());
      }
    }
    String missing =
        threads.stream()
            .filter(thread -> !ended.contains(thread))
            .map(thread -> thread + " to end")
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new InputException("the plan does not say when its threads end: add " + missing);
    }
  }

  private static InputException wrong(String turn, String why) {
    return new InputException("in the plan, '" + turn.strip() + "': " + why);
  }
}
