package org.vmacheck.checks.live.drive;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whose turn it is: each thread runs to a function of the kernel and is held there until its next
 * turn. {@code P1 to mprotect_fixup, P0 to end, P1 to end}.
 */
public record DelayPlan(List<Turn> turns) {

  public DelayPlan {
    turns = List.copyOf(turns);
  }

  /**
   * One turn.
   *
   * @param thread its name
   * @param stops where it may end, the best one first; none is where the thread's calls have
   *     returned
   */
  public record Turn(String thread, List<Stop> stops) {

    public Turn {
      stops = List.copyOf(stops);
    }

    /** To the end of the thread's calls. */
    public static Turn toEnd(String thread) {
      return new Turn(thread, List.of());
    }

    /** {@code P1 to mprotect_fixup or past vma_modify}. */
    @Override
    public String toString() {
      return stops.isEmpty()
          ? thread + " to end"
          : stops.stream()
              .map(Stop::toString)
              .collect(Collectors.joining(" or ", thread + " ", ""));
    }
  }

  /** As a person writes it. */
  @Override
  public String toString() {
    return turns.stream().map(Turn::toString).collect(Collectors.joining(", "));
  }
}
