package org.vmacheck.checks.engine.explore.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * What comes before and after events by the {@code before} rows of a graph, as it is now. Where
 * grace periods order, too, the end of each RCU section leads to its beginning as well: so goes
 * every sequence of the axioms, since the rows take the borders of sections for full fences.
 */
final class Reach {

  private record Section(int lock, int unlock) {}

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
    List<Integer> open = new ArrayList<>();
    for (int e : Linearization.events(g, t)) {
      Label.Fence fence = g.label[e].fence;
      if (fence == Label.Fence.RCU_LOCK) {
        open.add(e);
      } else if (fence == Label.Fence.RCU_UNLOCK && !open.isEmpty()) {
        sections.add(new Section(open.remove(open.size() - 1), e));
      }
    }
  }

  /** An event and all that it comes before. */
  BitRows from(int event) {
    BitRows result = row();
    addFrom(result, event);
    boolean again = true;
    while (again) {
      again = false;
      for (Section section : sections) {
        if (result.get(0, section.unlock) && !result.get(0, section.lock)) {
          addFrom(result, section.lock);
          again = true;
        }
      }
    }
    return result;
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
    boolean again = true;
    while (again) {
      again = false;
      for (Section section : sections) {
        if (result.get(0, section.lock) && !result.get(0, section.unlock)) {
          addUpTo(result, section.unlock);
          again = true;
        }
      }
    }
    return result;
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
