package org.vmacheck.checks.conform;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * How often what happened, told from what both sides showed before and after each call. A merge is
 * a border between two VMAs that is gone, or a new mapping that has no border to its neighbour; a
 * refusal is a border that a call could have removed and did not.
 */
public final class Coverage {

  private final Map<String, Long> counts = new TreeMap<>();

  /** Counts, by name; the part of a name in front of its first colon is its group. */
  public Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  /** How often the named thing happened. */
  public long of(String name) {
    return counts.getOrDefault(name, 0L);
  }

  void addAll(Coverage other) {
    other.counts.forEach((name, count) -> counts.merge(name, count, Long::sum));
  }

  private void count(String name) {
    counts.merge(name, 1L, Long::sum);
  }

  /** Adds one sequence and the lines that describe it. */
  void add(List<SystemCall> calls, List<String> lines) {
    Observation before = new Observation("", List.of(), "", "");
    boolean forked = false;
    int line = 0;
    for (SystemCall call : calls) {
      line += ModelSide.linesOf(call) - 1;
      if (line >= lines.size()) {
        return;
      }
      Observation after = Observation.parse(lines.get(line++));
      add(call, before, after, forked);
      forked |= call instanceof SystemCall.BecomeChild;
      before = after;
    }
  }

  private void add(SystemCall call, Observation before, Observation after, boolean forked) {
    count("call: " + name(call));
    String result = after.result();
    if (result.startsWith("-")) {
      count("refused: " + name(call) + " " + ErrorName.of(result));
    } else if (result.equals("SEGV") || result.equals("BUS")) {
      count("refused: access SIG" + result);
    }
    borders(call, before, after, forked);
    states(after, forked);
  }

  private void borders(SystemCall call, Observation before, Observation after, boolean forked) {
    SystemCall.Range range = range(call);
    if (range == null) {
      return;
    }
    boolean left = merged(range.start(), before, after);
    boolean right = merged(range.end(), before, after);
    boolean inner = false;
    boolean split = false;
    for (int at = 1; at < Window.PAGES; at++) {
      inner |= at > range.start() && at < range.end() && merged(at, before, after);
      split |= together(before, at) && !together(after, at) && touches(range, at);
    }
    if (left || right) {
      count("merge: " + (left && right ? "both" : left ? "left" : "right"));
      count("merge: by " + name(call));
      carried(range.start(), left, before, after);
      carried(range.end(), right, before, after);
    }
    if (inner) {
      count("merge: inside of the range");
    }
    if (split) {
      count("split: by " + name(call));
    }
    if (!after.result().startsWith("-")) {
      refused(range.start(), after, forked);
      refused(range.end(), after, forked);
    }
  }

  private void carried(int at, boolean merged, Observation before, Observation after) {
    Observation.Area below = before.areaOf(at - 1);
    Observation.Area above = before.areaOf(at);
    if (!merged) {
      return;
    }
    boolean guardBelow = below != null && below.has("gu");
    boolean guardAbove = above != null && above.has("gu");
    if (guardBelow != guardAbove && after.areaOf(at).has("gu")) {
      count("merge: a sticky flag of one part stays");
    }
    if (below != null && above != null && present(before, below) != present(before, above)) {
      count("merge: faulted with unfaulted");
    }
  }

  private void refused(int at, Observation after, boolean forked) {
    if (at <= 0 || at >= Window.PAGES) {
      return;
    }
    Observation.Area below = after.areaOf(at - 1);
    Observation.Area above = after.areaOf(at);
    if (below == null || above == null || below == above) {
      return;
    }
    String why;
    if (!below.perms().equals(above.perms())) {
      why = "protection";
    } else if (!below.comparedFlags().equals(above.comparedFlags())) {
      why = "flags";
    } else if (!below.file().equals(above.file())) {
      why = "file";
    } else if (!below.file().equals("-")
        && below.offset() + below.end() - below.start() != above.offset()) {
      why = "file offset";
    } else {
      why = "anon_vma or page offset" + (forked ? ", in a forked child" : "");
    }
    count("no merge: " + why);
  }

  private void states(Observation after, boolean forked) {
    if (forked) {
      count("state: in a forked child");
    }
    boolean across = false;
    boolean mixed = false;
    for (int at = 1; at < Window.PAGES; at++) {
      boolean guards = after.stateOf(at - 1) == 'G' && after.stateOf(at) == 'G';
      across |= guards && !together(after, at);
      Observation.Area below = after.areaOf(at - 1);
      Observation.Area above = after.areaOf(at);
      mixed |=
          below != null
              && above != null
              && below != above
              && present(after, below) != present(after, above);
    }
    if (across) {
      count("state: guards across a VMA border");
    }
    if (mixed) {
      count("state: faulted beside unfaulted VMAs");
    }
  }

  private static boolean present(Observation seen, Observation.Area area) {
    for (int page = area.start(); page < Math.min(area.end(), Window.PAGES); page++) {
      if (seen.stateOf(page) == 'P') {
        return true;
      }
    }
    return false;
  }

  /** Both pages at the border belong to one VMA now, and did not before. */
  private static boolean merged(int at, Observation before, Observation after) {
    boolean neighbour =
        at > 0 && at < Window.PAGES && (before.areaOf(at - 1) != null || before.areaOf(at) != null);
    return neighbour && !together(before, at) && together(after, at);
  }

  private static boolean together(Observation seen, int at) {
    if (at <= 0 || at >= Window.PAGES) {
      return false;
    }
    Observation.Area below = seen.areaOf(at - 1);
    return below != null && at < below.end();
  }

  private static String name(SystemCall call) {
    return call instanceof SystemCall.Madvise madvise ? madvise.advice().name() : call.function();
  }

  /** The pages that a call is about, of mremap where they go to; null if it is about no range. */
  private static SystemCall.Range range(SystemCall call) {
    if (call instanceof SystemCall.Mremap mremap) {
      return mremap.target();
    }
    return call instanceof SystemCall.OnRange on ? on.range() : null;
  }

  private static boolean touches(SystemCall.Range range, int border) {
    return border == range.start() || border == range.end();
  }
}
