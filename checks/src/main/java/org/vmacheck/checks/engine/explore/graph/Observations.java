package org.vmacheck.checks.engine.explore.graph;

import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmacheck.checks.engine.explore.graph.Label.Fence;
import org.vmacheck.checks.engine.explore.graph.Label.Type;

/**
 * What executions of a program were seen to come to: the values of its cells, the kinds of its
 * fences, and the accesses that might be made early. It only ever grows.
 */
public final class Observations {

  private final Map<Integer, Set<Long>> values = new HashMap<>();
  private int size;
  private boolean leftOut;

  /** What comes after reads that it might pass, and the cells of these reads. */
  private final Map<EarlyAccess, BitSet> passing = new LinkedHashMap<>();

  /** Cells of which two accesses of two threads, one of them a write, come in any order. */
  private final BitSet contended = new BitSet();

  private final Set<Label> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Fence> fences = EnumSet.noneOf(Fence.class);

  /** The program, of whose executions is noted what they come to. */
  public Threads of(Threads program) {
    return new Observed(program);
  }

  /** How much has been seen: the same number means the same. */
  public int size() {
    return size;
  }

  /** All values that a cell was seen to hold. */
  Set<Long> values(int cell) {
    return values.getOrDefault(cell, Set.of());
  }

  /**
   * Notes what is contended in an execution. Somebody sees that an access passes a read only if the
   * cell of the read is, and if the access is a write its own as well: what locks or release and
   * acquire keep apart looks the same in either order.
   */
  public void add(ExecutionGraph graph, Threads program) {
    int before = contended.cardinality();
    for (int slot = 0; slot < graph.slots; slot++) {
      if (!contended.get(graph.location[slot]) && isContended(graph, slot)) {
        contended.set(graph.location[slot]);
      }
    }
    for (int i = 0; graph.count(Fence.FREE) > 0 && i < graph.size; i++) {
      if (graph.isFree(graph.order[i])) {
        addUses(graph, program, graph.order[i]);
      }
    }
    size += contended.cardinality() - before;
  }

  private static boolean isContended(ExecutionGraph graph, int slot) {
    for (int i = 0; i < graph.coSize[slot]; i++) {
      int write = graph.co[slot][i];
      for (int j = 0; j < graph.coSize[slot]; j++) {
        if (graph.views.areUnordered(write, graph.co[slot][j])) {
          return true;
        }
      }
      for (int j = 0; j < graph.size; j++) {
        int read = graph.order[j];
        if (graph.isRead(read)
            && graph.slot[read] == slot
            && graph.views.areUnordered(write, read)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What is used until it is freed, and not kept apart from that, is contended as well. */
  private void addUses(ExecutionGraph graph, Threads program, int free) {
    for (int i = 0; i < graph.size; i++) {
      int use = graph.order[i];
      if (graph.type[use] != ExecutionGraph.FENCE
          && program.object(graph.label[use].location) == graph.label[free].location
          && graph.views.areUnordered(use, free)) {
        contended.set(graph.label[use].location);
      }
    }
  }

  /** The accesses that somebody may see pass a read, in the order in which they came. */
  public List<EarlyAccess> passing() {
    return passing.entrySet().stream()
        .filter(entry -> entry.getValue().intersects(contended))
        .map(Map.Entry::getKey)
        .filter(early -> !early.writes() || contended.get(early.location()))
        .filter(early -> early.type() != Type.UPDATE || !hasAtomicBarriers())
        .toList();
  }

  /** Whether it matters which updates come before a barrier, or after it. */
  boolean hasAtomicBarriers() {
    return fences.contains(Fence.BEFORE_ATOMIC) || fences.contains(Fence.AFTER_ATOMIC);
  }

  /** Whether it matters what is in an RCU section. */
  boolean hasGracePeriods() {
    return fences.contains(Fence.RCU_SYNC) || fences.contains(Fence.SRCU_SYNC);
  }

  /** An access stays where it is, because there is too much to look at before it. */
  void leaveOut() {
    leftOut = true;
  }

  /** Whether some accesses that might be early have never been. */
  public boolean leftOut() {
    return leftOut;
  }

  private void addValue(int cell, long value) {
    if (values.computeIfAbsent(cell, c -> new LinkedHashSet<>()).add(value)) {
      size++;
    }
  }

  private final class Observed extends OtherThreads {

    Observed(Threads program) {
      super(program);
    }

    @Override
    public Label first(int thread) {
      return noted(thread, program.first(thread));
    }

    @Override
    public Label after(int thread, Label label, long value) {
      if (label.type == Type.WRITE || label.replaces(value)) {
        addValue(label.location, label.written(value));
      }
      return noted(thread, program.after(thread, label, value));
    }

    private Label noted(int thread, Label next) {
      if (!seen.add(next)) {
        return next;
      }
      switch (next.type) {
        case FENCE -> {
          size += fences.add(next.fence) ? 1 : 0;
          notePassing(thread, next);
        }
        case READ, WRITE, UPDATE -> {
          addValue(next.location, program.initial(next.location));
          notePassing(thread, next);
        }
        default -> {}
      }
      return next;
    }

    private void notePassing(int thread, Label next) {
      EarlyAccess early = new EarlyAccess(thread, next.type, next.location);
      BitSet passed = early.readsToPass(next);
      if (!passed.isEmpty()) {
        BitSet known = passing.computeIfAbsent(early, e -> new BitSet());
        int before = known.cardinality();
        known.or(passed);
        size += known.cardinality() - before;
      }
    }
  }
}
