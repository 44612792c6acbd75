package org.vmacheck.checks.engine.explore.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * What RCU adds to the order of an execution whose {@code before} rows are an order. A read section
 * that began before a grace period did ends before the grace period does; one that ends after it
 * began after the grace period began. Each of the two, once it is forced, can force others.
 */
final class GracePeriods {

  private record Section(int lock, int unlock) {}

  private final ExecutionGraph g;
  private final BitRows before = new BitRows();
  private final List<Section> sections = new ArrayList<>();
  private final List<Integer> periods = new ArrayList<>();
  private boolean consistent = true;

  GracePeriods(ExecutionGraph graph) {
    g = graph;
    before.widen(g.sets.words);
    before.ensureRows(g.capacity);
    for (int i = 0; i < g.size; i++) {
      int e = g.order[i];
      before.copyRow(e, g.before, e);
      g.close(before, e);
    }
    for (int t = 0; t < g.threads; t++) {
      findSections(t);
    }
    boolean changed = true;
    while (changed && consistent) {
      changed = false;
      for (int period : periods) {
        for (Section section : sections) {
          changed |= force(period, section);
        }
      }
    }
    for (int i = 0; i < g.size && consistent; i++) {
      consistent = !before.get(g.order[i], g.order[i]);
    }
  }

  /** A section that is still open reaches as far as its thread has come. */
  private void findSections(int t) {
    int end = g.last[t];
    for (int e = g.last[t]; e >= 0; e = g.previous[e]) {
      if (g.type[e] != ExecutionGraph.FENCE) {
        continue;
      }
      switch (g.label[e].fence) {
        case RCU_UNLOCK -> end = e;
        case RCU_LOCK -> sections.add(new Section(e, end));
        case RCU_SYNC -> periods.add(e);
        default -> {}
      }
    }
  }

  private boolean force(int period, Section section) {
    boolean beganBefore = before.get(period, section.lock);
    boolean endsAfter = before.get(section.unlock, period);
    if (beganBefore && endsAfter) {
      consistent = false;
      return false;
    }
    boolean changed = false;
    for (int i = 0; i < g.size; i++) {
      int y = g.order[i];
      if (beganBefore && before.get(y, period) && !before.get(y, section.unlock)) {
        before.orRow(y, before, section.unlock);
        before.set(y, section.unlock);
        changed = true;
      }
      if (endsAfter
          && (y == section.lock || before.get(y, section.lock))
          && !before.contains(y, before, period)) {
        before.orRow(y, before, period);
        changed = true;
      }
    }
    return changed;
  }

  /** Whether there is an order of events in which every grace period waits as it should. */
  boolean consistent() {
    return consistent;
  }

  boolean before(int first, int second) {
    return before.get(second, first);
  }
}
