package org.vmacheck.checks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vmacheck.checks.engine.Access.Effect;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.checks.engine.Location;
import org.vmacheck.checks.engine.Value;

/**
 * The time in which one thread relies on what another thread changes: a load that is out of date
 * when the thread acts on it. Steps are positions in the execution.
 *
 * @param opens the load
 * @param inside the other thread's store, which the load does not see
 * @param closes the store of the first thread that it matters to
 */
record Window(int opens, int inside, int closes) {

  /**
   * A lost update: a store to one of the cells that a property looked at, without the bits that
   * another thread changed after the storing thread had loaded them.
   */
  static Optional<Window> ofLostUpdate(Counterexample counterexample) {
    List<Step> steps = counterexample.steps();
    for (Location cell : looked(counterexample)) {
      for (int w = steps.size() - 1; w >= 0; w--) {
        Step store = steps.get(w);
        if (store.access().effect() == Effect.STORE && store.location().isSameFieldAs(cell)) {
          Optional<Window> found = lostBy(steps, w);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Window> lostBy(List<Step> steps, int closes) {
    Step store = steps.get(closes);
    for (int r = closes - 1; r >= 0; r--) {
      Step load = steps.get(r);
      if (load.thread() == store.thread()
          && load.access().effect() == Effect.LOAD
          && load.location().isSameFieldAs(store.location())) {
        int inside = missed(steps, load, store);
        if (inside >= 0) {
          return Optional.of(new Window(r, inside, closes));
        }
      }
    }
    return Optional.empty();
  }

  /** The change by another thread that is neither in what was loaded nor in what is stored. */
  private static int missed(List<Step> steps, Step load, Step store) {
    for (int i = 0; i < steps.size(); i++) {
      Step change = steps.get(i);
      boolean later =
          change.thread() != load.thread()
              && change.access().writes()
              && change.location().equals(load.location())
              && change.version() > load.version();
      boolean overwritten =
          !store.location().equals(load.location()) || store.version() > change.version();
      if (later && overwritten && isMissing(change, load, store)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isMissing(Step change, Step load, Step store) {
    if (word(change.before()).isEmpty()
        || word(change.after()).isEmpty()
        || word(load.before()).isEmpty()
        || word(store.after()).isEmpty()) {
      return false;
    }
    long old = word(change.before()).get();
    long changed = old ^ word(change.after()).get();
    return changed != 0
        && ((word(load.before()).get() ^ old) & changed) == 0
        && ((word(store.after()).get() ^ old) & changed) == 0;
  }

  private static Optional<Long> word(Optional<Value> value) {
    return value.filter(one -> one.word().isPresent()).map(one -> one.word().getAsLong());
  }

  /**
   * A test that was out of date when its thread acted: the last thing that the thread had loaded
   * before its store to a cell that the property looked at, and that another thread changed in
   * between.
   */
  static Optional<Window> ofStaleTest(Counterexample counterexample) {
    List<Step> steps = counterexample.steps();
    for (Location cell : looked(counterexample)) {
      int act = lastStore(steps, cell);
      if (act < 0) {
        continue;
      }
      for (int r = act - 1; r >= 0; r--) {
        Step load = steps.get(r);
        if (load.thread() == steps.get(act).thread() && load.access().effect() == Effect.LOAD) {
          int change = changeBetween(steps, r, act);
          if (change >= 0) {
            return Optional.of(new Window(r, change, act));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static int changeBetween(List<Step> steps, int load, int act) {
    for (int i = load + 1; i < act; i++) {
      Step change = steps.get(i);
      if (change.thread() != steps.get(load).thread()
          && change.access().writes()
          && change.location().equals(steps.get(load).location())
          && !change.after().map(Value::text).equals(steps.get(load).before().map(Value::text))) {
        return i;
      }
    }
    return -1;
  }

  /** The step that made the final value of a cell, or -1. */
  static int lastStore(List<Step> steps, Location cell) {
    int last = -1;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.access().writes()
          && step.location().equals(cell)
          && (last < 0 || step.version() > steps.get(last).version())) {
        last = i;
      }
    }
    return last;
  }

  /** What the property looked at, the last of it first. */
  static List<Location> looked(Counterexample counterexample) {
    List<Location> cells = new ArrayList<>(counterexample.evidence().cells());
    Collections.reverse(cells);
    return cells.stream().distinct().toList();
  }
}
