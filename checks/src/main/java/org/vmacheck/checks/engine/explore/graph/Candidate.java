package org.vmacheck.checks.engine.explore.graph;

import org.vmacheck.checks.engine.explore.lkmm.EventStructure;
import org.vmacheck.checks.engine.explore.lkmm.Kind;
import org.vmacheck.checks.engine.explore.lkmm.LinuxKernelModel;
import org.vmacheck.checks.engine.explore.lkmm.Relation;
import org.vmacheck.checks.engine.explore.lkmm.Tag;
import org.vmacheck.model.memory.Order;

/**
 * An execution graph in the terms of the LKMM axioms.
 *
 * <p>Where a step does not state its dependencies, those are assumed that the kernel keeps: a write
 * depends on every earlier read of its thread (by data or control), and an access to an object on
 * the reads that gave its address. On the read of an update without a return value depends only the
 * update's own write.
 */
final class Candidate {

  final LinuxKernelModel axioms;
  final Relation rf;
  final Relation co;

  /** The number of each event of the graph in the relations. */
  final int[] numbers;

  private final ExecutionGraph g;
  private final Threads program;
  private final EventStructure structure;
  private final boolean rcu;

  private Candidate(ExecutionGraph graph, Threads threads, boolean gracePeriods) {
    g = graph;
    rcu = gracePeriods;
    program = threads;
    numbers = new int[g.capacity];
    structure = new EventStructure(g.size + g.slots);
    for (int s = 0; s < g.slots; s++) {
      structure.initialWrite(s);
    }
    int number = g.slots;
    int[][] events = new int[g.threads][];
    for (int t = 0; t < g.threads; t++) {
      events[t] = Linearization.events(g, t);
      for (int e : events[t]) {
        numbers[e] = number++;
        append(e);
      }
    }
    for (int[] thread : events) {
      depend(thread);
    }
    rf = new Relation(number);
    co = new Relation(number);
    relate();
    axioms = new LinuxKernelModel(structure);
  }

  static Candidate of(ExecutionGraph graph, Threads threads) {
    return new Candidate(graph, threads, true);
  }

  /** With grace periods as nothing but strong fences. */
  static Candidate withoutGracePeriods(ExecutionGraph graph, Threads threads) {
    return new Candidate(graph, threads, false);
  }

  private void append(int e) {
    Step step = g.step[e];
    int t = g.thread[e];
    if (g.type[e] == ExecutionGraph.FENCE) {
      if (step.fence == Step.Fence.FREE) {
        structure.event(t, Kind.WRITE, Tag.RELEASE, g.slots + step.location);
      } else {
        structure.event(t, Kind.FENCE, fence(step.fence), EventStructure.NOWHERE);
      }
      return;
    }
    Kind kind = g.type[e] == ExecutionGraph.READ ? Kind.READ : Kind.WRITE;
    if (step.role == Step.Role.LOCK) {
      Tag tag = step.kind == Step.Kind.WRITE ? Tag.UNLOCK : g.exclusive[e] ? Tag.LOCK : Tag.LOCKED;
      structure.event(t, kind, tag, g.slot[e]);
    } else if (step.kind == Step.Kind.UPDATE) {
      Tag tag = step.role == Step.Role.NORETURN ? Tag.NORETURN : tag(step.order, kind);
      structure.atomicEvent(t, kind, tag, g.slot[e]);
    } else {
      structure.event(t, kind, tag(step.order, kind), g.slot[e]);
    }
  }

  private static Tag tag(Order order, Kind kind) {
    return switch (order) {
      case PLAIN -> Tag.PLAIN;
      case ONCE -> Tag.ONCE;
      case ACQUIRE -> kind == Kind.READ ? Tag.ACQUIRE : Tag.ONCE;
      case RELEASE -> kind == Kind.WRITE ? Tag.RELEASE : Tag.ONCE;
      case FULL -> Tag.MB;
    };
  }

  private Tag fence(Step.Fence fence) {
    return switch (fence) {
      case MB -> Tag.MB;
      case RMB -> Tag.RMB;
      case WMB -> Tag.WMB;
      case RCU_LOCK -> Tag.RCU_LOCK;
      case RCU_UNLOCK -> Tag.RCU_UNLOCK;
      case RCU_SYNC -> rcu ? Tag.SYNC_RCU : Tag.MB;
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
      if (g.step[e].dependencies != null) {
        dependExactly(thread, i);
        continue;
      }
      int object = program.object(g.step[e].location);
      for (int j = 0; j < i; j++) {
        int r = thread[j];
        if (g.type[r] != ExecutionGraph.READ
            || (g.step[r].role == Step.Role.NORETURN && g.step[r] != g.step[e])) {
          continue;
        }
        if (write) {
          structure.ctrl(numbers[r], numbers[e]);
        }
        if (object >= 0 && program.leadsTo(g.step[r].location, g.value[r], object)) {
          structure.addr(numbers[r], numbers[e]);
        }
      }
    }
  }

  private void dependExactly(int[] thread, int index) {
    int e = thread[index];
    Dependencies exact = g.step[e].dependencies;
    for (int j = 0; j < index; j++) {
      int r = thread[j];
      if (g.type[r] != ExecutionGraph.READ) {
        continue;
      }
      int position = g.step[r].depth - 1;
      if ((exact.address() >>> position & 1) != 0 && g.step[r] != g.step[e]) {
        structure.addr(numbers[r], numbers[e]);
      }
      if ((exact.data() >>> position & 1) != 0 && g.type[e] == ExecutionGraph.WRITE) {
        structure.data(numbers[r], numbers[e]);
      }
      if ((exact.control() >>> position & 1) != 0) {
        structure.ctrl(numbers[r], numbers[e]);
      }
    }
  }

  private void relate() {
    for (int s = 0; s < g.slots; s++) {
      int[] list = g.co[s];
      for (int i = 0; i < g.coSize[s]; i++) {
        co.add(s, numbers[list[i]]);
        for (int j = i + 1; j < g.coSize[s]; j++) {
          co.add(numbers[list[i]], numbers[list[j]]);
        }
      }
    }
    for (int i = 0; i < g.size; i++) {
      int e = g.order[i];
      if (g.type[e] == ExecutionGraph.READ && g.source[e] >= ExecutionGraph.INITIAL) {
        int w = g.source[e];
        rf.add(w < 0 ? g.slot[e] : numbers[w], numbers[e]);
      }
    }
  }
}
