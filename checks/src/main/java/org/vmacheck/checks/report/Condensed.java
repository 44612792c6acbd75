package org.vmacheck.checks.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.checks.engine.Location;
import org.vmacheck.model.memory.lockdep.HeldLock;

/**
 * A long interleaving cut down to what a reader needs. Left out are loads of cells that no other
 * thread writes, and locks that no other thread takes: nobody can have interfered there. Stores
 * stay, as the final state may be made of them, and so does the last step of each thread.
 */
final class Condensed {

  /**
   * One access with its place in the whole interleaving.
   *
   * @param number from 1
   * @param held the locks its thread holds when it begins
   */
  record Numbered(int number, Step step, List<HeldLock> held) {}

  private Condensed() {}

  /** All steps, numbered. */
  static List<Numbered> nothingLeftOut(Counterexample counterexample) {
    List<Numbered> all = new ArrayList<>();
    Map<Integer, List<HeldLock>> held = new HashMap<>();
    for (Step step : counterexample.steps()) {
      List<HeldLock> before = held.put(step.thread(), step.locks());
      all.add(new Numbered(all.size() + 1, step, before == null ? List.of() : before));
    }
    return all;
  }

  /**
   * The steps that matter, with the numbers they have among all.
   *
   * @param named numbers of steps that the text speaks of
   */
  static List<Numbered> of(Counterexample counterexample, Set<Integer> named) {
    Set<Location> contended = contended(counterexample.steps());
    Map<Integer, Step> last = new HashMap<>();
    counterexample.steps().forEach(step -> last.put(step.thread(), step));
    List<Numbered> kept = new ArrayList<>();
    for (Numbered one : nothingLeftOut(counterexample)) {
      Step step = one.step();
      // a thread of RCU that finds nothing to do is no news
      boolean idle = step.op().isEmpty() && step.function().isEmpty();
      boolean mayGo = step.access().isSilent() || step.access().isLock();
      boolean matters =
          !mayGo || contended.contains(step.location()) || last.get(step.thread()) == step;
      if ((matters && !idle) || named.contains(one.number())) {
        kept.add(one);
      }
    }
    return kept;
  }

  /** The cells that more than one thread touches and at least one changes. */
  private static Set<Location> contended(List<Step> steps) {
    Map<Location, Set<Integer>> touching = new HashMap<>();
    Set<Location> changed = new HashSet<>();
    for (Step step : steps) {
      touching.computeIfAbsent(step.location(), cell -> new HashSet<>()).add(step.thread());
      if (!step.access().isSilent()) {
        changed.add(step.location());
      }
    }
    Set<Location> contended = new HashSet<>(changed);
    contended.remove(Location.NONE);
    contended.removeIf(cell -> touching.get(cell).size() == 1);
    return contended;
  }
}
