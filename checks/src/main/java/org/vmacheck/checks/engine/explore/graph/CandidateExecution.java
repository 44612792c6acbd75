package org.vmacheck.checks.engine.explore.graph;

import java.util.Arrays;
import java.util.function.BiPredicate;
import org.vmacheck.checks.lkmm.EventKind;
import org.vmacheck.checks.lkmm.EventStructure;
import org.vmacheck.checks.lkmm.LinuxKernelModel;
import org.vmacheck.checks.lkmm.Relation;
import org.vmacheck.checks.lkmm.Tag;

/**
 * An execution graph in the terms of the LKMM axioms.
 *
 * <p>Where a step does not state its dependencies, those are assumed that the kernel keeps: a write
 * depends on every earlier read of its thread (by data or control), and an access to an object on
 * the reads that gave its address. On the read of an update without a return value depends only the
 * update's own write.
 */
final class CandidateExecution {

  private final LinuxKernelModel axioms;
  private final Relation rf;
  private final Relation co;

  /** The number of each event of the part in the relations. */
  private final int[] numbers;

  private final ExecutionGraph g;
  private final Threads program;
  private final EventStructure structure;
  private final Part part;
  private final int[] initialWrites;
  private final boolean gracePeriods;

  private CandidateExecution(
      ExecutionGraph graph, Threads threads, Part part, boolean gracePeriods) {
    g = graph;
    this.gracePeriods = gracePeriods;
    program = threads;
    this.part = part;
    numbers = new int[g.capacity];
    structure = new EventStructure(2 * g.size + g.slots);
    int[][] events = new int[g.threads][];
    for (int t = 0; t < g.threads; t++) {
      events[t] = part.of(Linearization.events(g, t));
    }
    initialWrites = initialWrites(events);
    int number = structure.size();
    for (int[] thread : events) {
      for (int e : thread) {
        numbers[e] = number++;
        append(e);
      }
      number += closeSections(thread);
    }
    for (int[] thread : events) {
      depend(thread);
    }
    rf = new Relation(number);
    co = new Relation(number);
    relate();
    axioms = new LinuxKernelModel(structure);
  }

  /** Appends those of the cells that the events access: their numbers by slot, or -1. */
  private int[] initialWrites(int[][] events) {
    int[] result = new int[g.slots];
    Arrays.fill(result, -1);
    for (int[] thread : events) {
      for (int e : thread) {
        if (g.type[e] != ExecutionGraph.FENCE && result[g.slot[e]] < 0) {
          result[g.slot[e]] = structure.initialWrite(g.slot[e]);
        }
      }
    }
    return result;
  }

  /**
   * Ends the RCU sections that a thread has begun and not ended yet: whatever it does next, they
   * reach as far as it has come. Returns how many there are.
   */
  private int closeSections(int[] thread) {
    int open = 0;
    for (int e : thread) {
      Label.Fence fence = g.label[e].fence;
      open += fence == Label.Fence.RCU_LOCK ? 1 : fence == Label.Fence.RCU_UNLOCK ? -1 : 0;
    }
    for (int i = 0; i < open; i++) {
      structure.event(g.thread[thread[0]], EventKind.FENCE, Tag.RCU_UNLOCK, EventStructure.NOWHERE);
    }
    return Math.max(0, open);
  }

  static CandidateExecution of(ExecutionGraph graph, Threads threads) {
    return new CandidateExecution(graph, threads, Part.all(graph), true);
  }

  static CandidateExecution of(ExecutionGraph graph, Threads threads, Part part) {
    return new CandidateExecution(graph, threads, part, true);
  }

  /** A part of the graph, with grace periods as nothing but strong fences. */
  static CandidateExecution withoutGracePeriods(ExecutionGraph graph, Threads threads, Part part) {
    return new CandidateExecution(graph, threads, part, false);
  }

  boolean consistent() {
    return axioms.consistent(rf, co);
  }

  boolean executedBefore(int first, int second) {
    return axioms.executedBefore(rf, co).contains(numbers[first], numbers[second]);
  }

  /** Asks whether two accesses race, the first of them earlier by co, rf or fr. */
  BiPredicate<Integer, Integer> races() {
    Relation races = axioms.dataRaces(rf, co);
    return (first, second) -> races.contains(numbers[first], numbers[second]);
  }

  private void append(int e) {
    Label label = g.label[e];
    int t = g.thread[e];
    if (g.type[e] == ExecutionGraph.FENCE) {
      switch (label.fence) {
        case FREE -> structure.event(t, EventKind.WRITE, Tag.RELEASE, g.slots + label.location);
        case SRCU_SYNC -> {
          int slot = g.knownSlot(label.location);
          int domain = slot < 0 ? g.slots + label.location : slot;
          structure.event(t, EventKind.FENCE, fence(label.fence), domain);
        }
        default -> structure.event(t, EventKind.FENCE, fence(label.fence), EventStructure.NOWHERE);
      }
      return;
    }
    EventKind kind = g.type[e] == ExecutionGraph.READ ? EventKind.READ : EventKind.WRITE;
    Tag tag = Tags.ofAccess(g, e);
    if (Tags.isAtomic(label)) {
      structure.atomicEvent(t, kind, tag, g.slot[e]);
    } else {
      structure.event(t, kind, tag, g.slot[e]);
    }
  }

  private Tag fence(Label.Fence fence) {
    return switch (fence) {
      case MB -> Tag.MB;
      case RMB -> Tag.RMB;
      case WMB -> Tag.WMB;
      case RCU_LOCK -> Tag.RCU_LOCK;
      case RCU_UNLOCK -> Tag.RCU_UNLOCK;
      case RCU_SYNC -> gracePeriods ? Tag.SYNC_RCU : Tag.MB;
      case SRCU_SYNC -> gracePeriods ? Tag.SYNC_SRCU : Tag.MB;
      case BARRIER -> Tag.BARRIER;
      case BEFORE_ATOMIC -> Tag.BEFORE_ATOMIC;
      case AFTER_ATOMIC -> Tag.AFTER_ATOMIC;
      case AFTER_SPINLOCK -> Tag.AFTER_SPINLOCK;
      case AFTER_UNLOCK_LOCK -> Tag.AFTER_UNLOCK_LOCK;
      case AFTER_SRCU_READ_UNLOCK -> Tag.AFTER_SRCU_READ_UNLOCK;
      case FREE -> throw new IllegalArgumentException();
    };
  }

  private void depend(int[] thread) {
    for (int i = 0; i < thread.length; i++) {
      int e = thread[i];
      boolean write = g.type[e] == ExecutionGraph.WRITE;
      if (write && g.exclusive[e]) {
        structure.rmw(numbers[g.previous[e]], numbers[e]);
      }
      if (g.type[e] == ExecutionGraph.FENCE) {
        continue;
      }
      if (g.label[e].dependencies != null) {
        dependExactly(thread, i);
        continue;
      }
      int object = program.object(g.label[e].location);
      for (int j = 0; j < i; j++) {
        int r = thread[j];
        if (g.type[r] != ExecutionGraph.READ
            || (g.label[r].role == Label.Role.NORETURN && g.label[r] != g.label[e])) {
          continue;
        }
        if (write) {
          structure.ctrl(numbers[r], numbers[e]);
        }
        if (object >= 0 && program.leadsTo(g.label[r].location, g.value[r], object)) {
          structure.addr(numbers[r], numbers[e]);
        }
      }
    }
  }

  private void dependExactly(int[] thread, int index) {
    int e = thread[index];
    Dependencies exact = g.label[e].dependencies;
    boolean write = g.type[e] == ExecutionGraph.WRITE;
    boolean update = g.label[e].type == Label.Type.UPDATE;
    long data = write ? exact.data().applyAsLong(update ? g.value[g.previous[e]] : 0) : 0;
    for (int j = 0; j < index; j++) {
      int r = thread[j];
      if (g.type[r] != ExecutionGraph.READ) {
        continue;
      }
      int position = g.label[r].position();
      if ((exact.address() >>> position & 1) != 0 && g.label[r] != g.label[e]) {
        structure.addr(numbers[r], numbers[e]);
      }
      if ((data >>> position & 1) != 0) {
        structure.data(numbers[r], numbers[e]);
      }
      if ((exact.control() >>> position & 1) != 0) {
        structure.ctrl(numbers[r], numbers[e]);
      }
    }
  }

  private void relate() {
    for (int s = 0; s < g.slots; s++) {
      if (initialWrites[s] >= 0) {
        relateWrites(s);
      }
    }
    for (int i = 0; i < g.size; i++) {
      int e = g.order[i];
      if (part.contains(e)
          && g.type[e] == ExecutionGraph.READ
          && g.source[e] >= ExecutionGraph.INITIAL) {
        int w = g.source[e];
        if (w < 0) {
          rf.add(initialWrites[g.slot[e]], numbers[e]);
        } else if (part.contains(w)) {
          rf.add(numbers[w], numbers[e]);
        }
      }
    }
  }

  private void relateWrites(int s) {
    int[] list = g.co[s];
    for (int i = 0; i < g.coSize[s]; i++) {
      if (!part.contains(list[i])) {
        continue;
      }
      co.add(initialWrites[s], numbers[list[i]]);
      for (int j = i + 1; j < g.coSize[s]; j++) {
        if (part.contains(list[j])) {
          co.add(numbers[list[i]], numbers[list[j]]);
        }
      }
    }
  }
}
