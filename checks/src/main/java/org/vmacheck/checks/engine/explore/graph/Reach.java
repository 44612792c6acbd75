package org.vmacheck.checks.engine.explore.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What comes before and after events by the {@code before} rows of a graph, as it is now. Where
 * grace periods order, too, the end of each RCU section leads to its beginning as well: so goes
 * every sequence of the axioms, since the rows take the borders of sections for full fences.
 */
final class Reach {

  /**
   * @param unlock {@link #OPEN} if the thread has not come to it yet: it follows all that the
   *     thread has done
   */
  private record Section(int thread, int lock, int unlock) {}

  private static final int OPEN = -1;

  private final ExecutionGraph g;
  private final List<Section> sections = new ArrayList<>();

  private Reach(ExecutionGraph graph) {
    g = graph;
  }

  static Reach withoutGracePeriods(ExecutionGraph graph) {
    return new Reach(graph);
  }

  /** With grace periods, if there are any. */
  static Reach of(ExecutionGraph graph) {
    Reach reach = new Reach(graph);
    if (graph.count(Label.Fence.RCU_SYNC) > 0) {
      for (int t = 0; t < graph.threads; t++) {
        reach.addSections(t);
      }
    }
    return reach;
  }

  private void addSections(int t) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int e : Linearization.events(g, t)) {
      Label.Fence fence = g.label[e].fence;
      if (fence == Label.Fence.RCU_LOCK) {
        open.push(e);
      } else if (fence == Label.Fence.RCU_UNLOCK && !open.isEmpty()) {
        sections.add(new Section(t, open.pop(), e));
      }
    }
    open.forEach(lock -> sections.add(new Section(t, lock, OPEN)));
  }

  /** An event and all that it comes before. */
  BitRows from(int event) {
    BitRows result = row();
    addFrom(result, event);
    boolean again = true;
    while (again) {
      again = false;
      for (Section section : sections) {
        if (!result.get(0, section.lock) && reachesEnd(result, section)) {
          addFrom(result, section.lock);
          again = true;
        }
      }
    }
    return result;
  }

  private boolean reachesEnd(BitRows result, Section section) {
    if (section.unlock != OPEN) {
      return result.get(0, section.unlock);
    }
    for (int e = g.last[section.thread]; e >= 0; e = g.previous[e]) {
      if (result.get(0, e)) {
        return true;
      }
    }
    return false;
  }

  private void addFrom(BitRows result, int event) {
    // rows are closed but for what got another predecessor later: first those, one by the other
    result.set(0, event);
    BitRows ways = row();
    ways.copyRow(0, result, 0);
    boolean again = true;
    while (again) {
      again = false;
      for (int i = 0; i < g.size; i++) {
        int x = g.order[i];
        if (!ways.get(0, x)
            && g.sets.get(ExecutionGraph.EXTENDED, x)
            && g.before.intersects(x, ways, 0)) {
          ways.set(0, x);
          again = true;
        }
      }
    }
    for (int i = 0; i < g.size; i++) {
      int x = g.order[i];
      if (ways.get(0, x) || g.before.intersects(x, ways, 0)) {
        result.set(0, x);
      }
    }
  }

  /** An event and all that comes before it. */
  BitRows upTo(int event) {
    BitRows result = row();
    addUpTo(result, event);
    Set<Section> followed = new HashSet<>();
    boolean again = true;
    while (again) {
      again = false;
      for (Section section : sections) {
        if (result.get(0, section.lock) && followed.add(section)) {
          addUpToEnd(result, section);
          again = true;
        }
      }
    }
    return result;
  }

  private void addUpToEnd(BitRows result, Section section) {
    if (section.unlock != OPEN) {
      addUpTo(result, section.unlock);
      return;
    }
    for (int e = g.last[section.thread]; e >= 0; e = g.previous[e]) {
      addUpTo(result, e);
    }
  }

  private void addUpTo(BitRows result, int event) {
    result.orRow(0, g.before, event);
    g.close(result, 0);
    result.set(0, event);
  }

  private BitRows row() {
    BitRows row = new BitRows();
    row.widen(g.sets.words);
    return row;
  }
}
