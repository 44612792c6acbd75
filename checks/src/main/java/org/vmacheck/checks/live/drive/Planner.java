package org.vmacheck.checks.live.drive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.checks.live.drive.DelayPlan.Turn;
import org.vmacheck.checks.live.drive.Schedule.Run;

/**
 * Makes a plan of an execution. A thread that goes on later is held between the last step that the
 * others' steps depend on and the first one that depends on theirs: at the entry of one of the
 * functions that it enters there, or where it has left one.
 */
final class Planner {

  /** A stop that can be taken, and how deep in the kernel it is. */
  private record Candidate(Stop stop, int depth) {}

  private final Schedule schedule;
  private final List<String> threads;

  private Planner(Counterexample counterexample) {
    threads = counterexample.threads();
    // the thread of RCU makes no system calls
    schedule =
        new Schedule(counterexample.steps().stream().filter(step -> !step.op().isEmpty()).toList());
  }

  /**
   * The plan.
   *
   * @return empty if a thread would have to be held where no function begins or ends
   */
  static Optional<DelayPlan> of(Counterexample counterexample) {
    return new Planner(counterexample).plan();
  }

  private Optional<DelayPlan> plan() {
    List<Turn> turns = new ArrayList<>();
    List<Run> runs = schedule.runs();
    for (int i = 0; i < runs.size(); i++) {
      String thread = threads.get(runs.get(i).thread());
      int next = schedule.next(i);
      if (next < 0) {
        turns.add(Turn.toEnd(thread));
        continue;
      }
      List<Stop> stops = stops(runs.get(i), runs.get(next), runs.subList(i + 1, next));
      if (stops.isEmpty()) {
        return Optional.empty();
      }
      turns.add(new Turn(thread, stops));
    }
    return Optional.of(new DelayPlan(turns));
  }

  /** Entries before exits, and the outermost first: that is what compilers leave in place. */
  private List<Stop> stops(Run run, Run goesOn, List<Run> others) {
    List<Candidate> entered = new ArrayList<>();
    List<Candidate> left = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Set<String> closed = new HashSet<>();
    int needed = run.steps().stream().filter(at -> isNeeded(at, others)).reduce(-1, Math::max);
    List<Integer> positions = new ArrayList<>(run.steps());
    positions.add(goesOn.first());
    seen.addAll(schedule.step(run.first()).path());
    for (int i = 1; i < positions.size(); i++) {
      Step last = schedule.step(positions.get(i - 1));
      Step step = schedule.step(positions.get(i));
      int common = common(last, step);
      if (positions.get(i - 1) >= needed) {
        add(entered, step, common, seen, false);
        add(left, last, common, closed, true);
      }
      seen.addAll(step.path());
      closed.addAll(last.path().subList(common, last.path().size()));
    }
    entered.sort(Comparator.comparingInt(Candidate::depth));
    left.sort(Comparator.comparingInt(Candidate::depth));
    entered.addAll(left);
    return entered.stream().map(Candidate::stop).distinct().toList();
  }

  private boolean isNeeded(int position, List<Run> others) {
    return others.stream().anyMatch(other -> schedule.precedes(position, other));
  }

  /** The functions of a path that are not in what two steps share. */
  private static void add(
      List<Candidate> to, Step step, int common, Set<String> notAgain, boolean past) {
    List<String> path = step.path();
    for (int depth = common; depth < path.size(); depth++) {
      // a second entry in one turn would not be told from the first
      if (!notAgain.contains(path.get(depth))) {
        to.add(new Candidate(new Stop(path.get(depth), past), depth));
      }
    }
  }

  private static int common(Step one, Step other) {
    if (!one.op().equals(other.op())) {
      return 0;
    }
    int depth = 0;
    while (depth < Math.min(one.path().size(), other.path().size())
        && one.path().get(depth).equals(other.path().get(depth))) {
      depth++;
    }
    return depth;
  }
}
