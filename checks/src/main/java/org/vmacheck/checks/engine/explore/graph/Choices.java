package org.vmacheck.checks.engine.explore.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes one execution of a program this one and no other: which thread takes each step, in an
 * order in which every read comes after the write that it reads from, and for each step that does
 * not read the latest write so far, or does not become it, which one it takes.
 *
 * <p>As text, {@code a12 b3 a-2}: thread {@code a} takes twelve steps, {@code b} three, and then
 * {@code a} one that reads (or comes right after) the last write but two. An explorer that follows
 * it takes the steps one by one.
 */
public final class Choices {

  /** So many steps of one thread, all with the latest writes, or one that goes back. */
  private record Run(int thread, int steps, int back) {

    @Override
    public String toString() {
      char name = (char) ('a' + thread);
      return back == 0 ? name + Integer.toString(steps) : name + "-" + back;
    }
  }

  private static final Pattern RUN = Pattern.compile("([a-z])(-?)([0-9]{1,6})");

  private final List<Run> runs;

  // how far an explorer has followed
  private int run;
  private int inRun;
  private int taken;
  private int thread;
  private int back;
  private boolean followed;

  private Choices(List<Run> runs) {
    this.runs = runs;
  }

  /** Those that make a graph. */
  public static Choices of(ExecutionGraph graph) {
    List<Run> runs = new ArrayList<>();
    Map<Integer, List<Integer>> writes = new HashMap<>();
    for (int event : new Linearization(graph).events()) {
      boolean ofUpdate = graph.isExclusive(event);
      if (ofUpdate && graph.isRead(event)) {
        // an update is one step, with its write
        continue;
      }
      int back = 0;
      if (graph.isRead(event) || graph.isWrite(event)) {
        List<Integer> known =
            writes.computeIfAbsent(graph.label(event).location(), cell -> new ArrayList<>());
        int chosen = graph.position(ofUpdate ? graph.previous(event) : event);
        back = (int) known.stream().filter(position -> position > chosen).count();
        if (graph.isWrite(event)) {
          known.add(graph.position(event));
        }
      }
      add(runs, new Run(graph.thread(event), 1, back));
    }
    return new Choices(runs);
  }

  private static void add(List<Run> runs, Run next) {
    Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    if (last != null && last.thread == next.thread && last.back == 0 && next.back == 0) {
      runs.set(runs.size() - 1, new Run(last.thread, last.steps + next.steps, 0));
    } else {
      runs.add(next);
    }
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is not that; the message says where
   */
  public static Choices parse(String text) {
    List<Run> runs = new ArrayList<>();
    for (String word : text.strip().split("\\s+")) {
      Matcher matcher = RUN.matcher(word);
      if (!matcher.matches() || Integer.parseInt(matcher.group(3)) == 0) {
        throw new IllegalArgumentException(
            "'" + word + "' is neither a run of steps, as a12, nor a choice, as a-2");
      }
      int thread = matcher.group(1).charAt(0) - 'a';
      int number = Integer.parseInt(matcher.group(3));
      boolean goesBack = !matcher.group(2).isEmpty();
      runs.add(goesBack ? new Run(thread, 1, number) : new Run(thread, number, 0));
    }
    return new Choices(runs);
  }

  /** How many steps have been taken, the one that could not be taken among them. */
  public int taken() {
    return taken;
  }

  /** The thread of the step taken last. */
  public int thread() {
    return thread;
  }

  /** Whether every step could be taken. */
  public boolean isFollowed() {
    return followed;
  }

  /** Whether there is a step to take; if not, all have been taken. */
  boolean goesOn() {
    followed = run == runs.size();
    return !followed;
  }

  /** Takes the next step: its thread. */
  int next() {
    Run current = runs.get(run);
    thread = current.thread;
    back = current.back;
    taken++;
    inRun++;
    if (inRun == current.steps) {
      run++;
      inRun = 0;
    }
    return thread;
  }

  /**
   * The write that the step taken last reads from, or comes after, by its position in coherence
   * order; below 0 if there is no such write.
   *
   * @param top the position of the last one
   */
  int position(int top) {
    return top - back;
  }

  @Override
  public String toString() {
    return String.join(" ", runs.stream().map(Run::toString).toList());
  }
}
