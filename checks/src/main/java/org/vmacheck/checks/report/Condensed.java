package org.vmacheck.checks.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Step;

/**
 * A long interleaving cut down to what a reader needs. Left out are loads of cells that no other
 * thread writes, and locks that no other thread takes: nobody can have interfered there. Stores
 * stay, the final state may be made of them, and so does the last step of each system call's
 * thread.
 */
final class Condensed {

  /**
   * One access with its place in the whole interleaving.
   *
   * @param number from 1
   * @param held the locks its thread holds when it begins
   */
  record Numbered(int number, Step step, List<String> held) {}

  private Condensed() {}

  /** All steps, numbered. */
  static List<Numbered> nothingLeftOut(Counterexample counterexample) {
    List<Numbered> all = new ArrayList<>();
    Map<Integer, List<String>> held = new HashMap<>();
    for (Step step : counterexample.steps()) {
      List<String> before = held.put(step.thread(), step.locks());
      all.add(new Numbered(all.size() + 1, step, before == null ? List.of() : before));
    }
    return all;
  }

  /** The steps that matter, with the numbers they have among all. */
  static List<Numbered> of(Counterexample counterexample) {
    Set<String> contended = contended(counterexample.steps());
    Map<Integer, Step> last = new HashMap<>();
    counterexample.steps().forEach(step -> last.put(step.thread(), step));
    List<Numbered> kept = new ArrayList<>();
    for (Numbered one : nothingLeftOut(counterexample)) {
      Step step = one.step();
      // a thread of RCU that finds nothing to do is no news
      boolean idle = step.op().isEmpty() && step.function().isEmpty();
      boolean silent = isLoad(step.access()) || isLock(step.access());
      boolean matters =
          !silent || contended.contains(step.location()) || last.get(step.thread()) == step;
      if (matters && !idle) {
        kept.add(one);
      }
    }
    return kept;
  }

  /** The cells that more than one thread touches and at least one changes. */
  private static Set<String> contended(List<Step> steps) {
    Map<String, Set<Integer>> touching = new HashMap<>();
    Set<String> changed = new HashSet<>();
    for (Step step : steps) {
      touching.computeIfAbsent(step.location(), cell -> new HashSet<>()).add(step.thread());
      if (!isLoad(step.access())) {
        changed.add(step.location());
      }
    }
    Set<String> contended = new HashSet<>(changed);
    // a fence has no location
    contended.remove("");
    contended.removeIf(cell -> touching.get(cell).size() == 1);
    return contended;
  }

  /** Whether it changes nothing; RCU readers change nothing for each other. */
  private static boolean isLoad(String access) {
    return access.equals("load")
        || access.equals("READ_ONCE")
        || access.equals("smp_load_acquire")
        || access.equals("rcu_dereference")
        || access.startsWith("rcu_read_");
  }

  /** Whether it takes or gives back a lock. */
  static boolean isLock(String access) {
    return access.startsWith("spin_")
        || access.startsWith("down_")
        || access.startsWith("up_")
        || access.equals("downgrade_write");
  }
}
