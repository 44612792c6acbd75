package org.vmacheck.checks.live.drive;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vmacheck.checks.engine.Access;
import org.vmacheck.checks.engine.Access.Effect;
import org.vmacheck.checks.engine.Counterexample.Step;

/**
 * An execution, told again with as few changes of thread as it can be. Steps that do not interfere
 * may change places; the order of those that do is what the execution is.
 */
final class Schedule {

  /**
   * Steps of one thread without another's between them.
   *
   * @param steps positions in the execution
   */
  record Run(int thread, List<Integer> steps) {

    int first() {
      return steps.get(0);
    }

    int last() {
      return steps.get(steps.size() - 1);
    }
  }

  private final List<Step> steps;

  /** Of each step the earlier ones that have to come before it. */
  private final List<BitSet> before = new ArrayList<>();

  private final List<Run> runs;

  /**
   * Of an execution.
   *
   * @param steps of the threads that are to be driven
   */
  Schedule(List<Step> steps) {
    this.steps = steps;
    for (int i = 0; i < steps.size(); i++) {
      BitSet earlier = new BitSet();
      for (int j = 0; j < i; j++) {
        if (steps.get(j).thread() == steps.get(i).thread()
            || interfere(steps.get(j), steps.get(i))) {
          earlier.set(j);
        }
      }
      before.add(earlier);
    }
    runs =
        threads().stream()
            .map(this::beginningWith)
            .filter(order -> !order.isEmpty())
            .min(Comparator.comparingInt(List::size))
            .orElse(List.of());
  }

  List<Run> runs() {
    return runs;
  }

  Step step(int position) {
    return steps.get(position);
  }

  /** The run in which a thread goes on after one of its runs, or -1. */
  int next(int run) {
    return IntStream.range(run + 1, runs.size())
        .filter(later -> runs.get(later).thread() == runs.get(run).thread())
        .findFirst()
        .orElse(-1);
  }

  /** Whether a step has to come before one of another run. */
  boolean precedes(int position, Run other) {
    return other.steps().stream().anyMatch(step -> before.get(step).get(position));
  }

  private List<Integer> threads() {
    return steps.stream().map(Step::thread).distinct().sorted().toList();
  }

  /** Each thread goes on for as long as it can; empty if the given one cannot begin. */
  private List<Run> beginningWith(int thread) {
    List<Run> order = new ArrayList<>();
    BitSet done = new BitSet();
    Run next = run(thread, done);
    if (next.steps().isEmpty()) {
      return List.of();
    }
    while (!next.steps().isEmpty()) {
      order.add(next);
      next.steps().forEach(done::set);
      next =
          threads().stream()
              .map(one -> run(one, done))
              .max(Comparator.comparingInt(run -> run.steps().size()))
              .orElseThrow();
    }
    return order;
  }

  private Run run(int thread, BitSet done) {
    BitSet known = (BitSet) done.clone();
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).thread() != thread || done.get(i)) {
        continue;
      }
      BitSet missing = (BitSet) before.get(i).clone();
      missing.andNot(known);
      if (!missing.isEmpty()) {
        break;
      }
      known.set(i);
      taken.add(i);
    }
    return new Run(thread, taken);
  }

  private static boolean interfere(Step one, Step other) {
    Effect first = one.access().effect();
    Effect second = other.access().effect();
    if (first == Effect.FREE || second == Effect.FREE) {
      return one.location().isInObjectOf(other.location());
    }
    if (first == Effect.GRACE_PERIOD || second == Effect.GRACE_PERIOD) {
      return first == Effect.SECTION || second == Effect.SECTION || first == second;
    }
    boolean readers = isReader(one.access()) && isReader(other.access());
    boolean silent = one.access().isSilent() && other.access().isSilent();
    return !silent
        && !readers
        && !one.location().isNone()
        && one.location().equals(other.location());
  }

  /** Whether it takes or releases a lock for reading, beside which there may be other readers. */
  private static boolean isReader(Access access) {
    return switch (access) {
      case DOWN_READ, DOWN_READ_TRYLOCK, UP_READ -> true;
      default -> false;
    };
  }
}
