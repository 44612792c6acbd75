package org.vmacheck.checks.engine.explore.graph;

import org.vmacheck.model.memory.Order;

/**
 * The Linux-kernel memory model. Its {@code before} rows hold rf, co and fr, and program order as
 * far as LKMM may keep it, rather too much of it than too little: dependencies, acquire and
 * release, fences. Where these are an order, no axiom can be violated (RCU aside), since every
 * sequence of {@code hb}, {@code pb} and {@code prop} is one of them. Where they are not, the
 * axioms decide; but that of RCU, which an extension at the end of a thread may violate, only at
 * the end of the execution.
 */
public final class LinuxKernel extends MemoryModel {

  private final Threads program;

  LinuxKernel(Threads program) {
    this.program = program;
  }

  @Override
  Views views(ExecutionGraph graph) {
    return new Rows(graph, program);
  }

  @Override
  boolean consistent(ExecutionGraph graph, int event) {
    if (hasUnlockLockFences(graph)) {
      Part part = Part.cyclesThrough(graph, event);
      return CandidateExecution.withoutGracePeriods(graph, program, part).consistent();
    }
    Rows rows = (Rows) graph.views;
    rows.settled.learn();
    return !rows.before.cycleThrough(event)
        && new PlainPairs(graph, program, rows.sync).coherent(rows.plain, event);
  }

  /** The fence that makes a full one of a lock that another thread has passed on. */
  private static boolean hasUnlockLockFences(ExecutionGraph graph) {
    return graph.count(Label.Fence.AFTER_UNLOCK_LOCK) > 0;
  }

  private static boolean hasGracePeriods(ExecutionGraph graph) {
    return graph.count(Label.Fence.RCU_SYNC) + graph.count(Label.Fence.SRCU_SYNC) > 0;
  }

  @Override
  public boolean acceptsEnd(ExecutionGraph graph) {
    if (graph.count(Label.Fence.SRCU_SYNC) > 0) {
      return CandidateExecution.of(graph, program).consistent();
    }
    // all other axioms were asked when the graph was extended
    if (graph.count(Label.Fence.RCU_SYNC) == 0) {
      return true;
    }
    Part part = Part.cyclesThroughGracePeriods(graph);
    return part.isEmpty() || CandidateExecution.of(graph, program, part).consistent();
  }

  @Override
  boolean before(ExecutionGraph graph, int first, int second) {
    return ((Rows) graph.views).sync.get(second, first) || executedBefore(graph, first, second);
  }

  boolean executedBefore(ExecutionGraph graph, int first, int second) {
    if (!hasGracePeriods(graph) && !hasUnlockLockFences(graph)) {
      Rows rows = (Rows) graph.views;
      rows.settled.learn();
      return rows.plain.executedBefore(first, second);
    }
    if (graph.count(Label.Fence.SRCU_SYNC) > 0) {
      return CandidateExecution.of(graph, program).executedBefore(first, second);
    }
    Reach reach = Reach.of(graph);
    BitRows upTo = reach.upTo(second);
    if (!upTo.get(0, first)) {
      return false;
    }
    Part part = Part.none(graph);
    part.addBetween(reach.from(first), upTo);
    part.complete();
    return CandidateExecution.of(graph, program, part).executedBefore(first, second);
  }

  @Override
  public DataRace dataRace(ExecutionGraph graph) {
    Rows rows = (Rows) graph.views;
    PlainPairs pairs = new PlainPairs(graph, program, rows.sync);
    if (pairs.isEmpty()) {
      return null;
    }
    if (!hasGracePeriods(graph) && !hasUnlockLockFences(graph)) {
      rows.settled.learn();
      return pairs.race(rows.plain);
    }
    Part part = graph.count(Label.Fence.SRCU_SYNC) > 0 ? Part.all(graph) : pairs.part();
    return pairs.race(CandidateExecution.of(graph, program, part).races());
  }

  /**
   * Program order as far as it may be kept: an event hands on to later ones of its thread what
   * comes before them, to reads, to writes, and to those that everything comes before. And the
   * order by release and acquire alone: program order, and from a release (and all before it) to
   * the acquire that reads from it, also by way of read-modify-writes in between. That is cheap,
   * enough to see that most choices are incoherent and that most plain accesses do not race, and
   * where it is not, the axioms decide.
   */
  private static final class Rows extends Views {

    private final Threads program;
    private final BitRows toReads = rows();
    private final BitRows toWrites = rows();
    private final BitRows toAll = rows();

    /** What is before an event by release and acquire. */
    private final BitRows sync = rows();

    /** What a write gives to those who acquire it. */
    private final BitRows released = rows();

    private final SettledOrder settled;
    private final ExecutesBefore before;
    private final PlainOrder plain;

    Rows(ExecutionGraph graph, Threads program) {
      super(graph);
      this.program = program;
      ThreadOrder thread = new ThreadOrder(graph, program, this);
      AccessDependencies dependencies = new AccessDependencies(graph, program, thread);
      settled = new SettledOrder(graph, thread, dependencies, this);
      before = new ExecutesBefore(graph, thread, settled);
      plain = new PlainOrder(graph, thread, dependencies, settled, before);
    }

    @Override
    void resize(int capacity) {
      super.resize(capacity);
      settled.resize(capacity);
    }

    @Override
    void begin(int e) {
      synchronize(e);
      settled.forget(e);
      if (g.type[e] == ExecutionGraph.WRITE) {
        release(e);
      }
    }

    private void synchronize(int e) {
      int p = g.previous[e];
      if (p < 0) {
        sync.clearRow(e);
      } else {
        sync.copyRow(e, sync, p);
        sync.set(e, p);
      }
    }

    private void release(int write) {
      if (releases(g.label[write])) {
        released.copyRow(write, sync, write);
        released.set(write, write);
      } else {
        released.clearRow(write);
      }
      if (g.exclusive[write] && g.source[g.previous[write]] >= 0) {
        released.orRow(write, released, g.source[g.previous[write]]);
      }
    }

    private static boolean acquires(Label label) {
      return label.order == Order.ACQUIRE || label.order == Order.FULL;
    }

    private static boolean releases(Label label) {
      return label.order == Order.RELEASE || label.order == Order.FULL;
    }

    @Override
    void inherit(int e) {
      int p = g.previous[e];
      if (p < 0) {
        g.before.clearRow(e);
        return;
      }
      g.before.copyRow(e, inherited(e), p);
      g.close(g.before, e);
    }

    private BitRows inherited(int e) {
      Label label = g.label[e];
      boolean statedAddress = label.dependencies != null && label.dependencies.address() != 0;
      if (g.type[e] == ExecutionGraph.FENCE
          || label.role == Label.Role.LOCK
          || label.order == Order.FULL
          || statedAddress) {
        return toAll;
      }
      if (g.type[e] == ExecutionGraph.READ) {
        return toReads;
      }
      return label.order == Order.RELEASE ? toAll : toWrites;
    }

    @Override
    void readsFrom(int read, int write) {
      settled.forget(read);
      synchronize(read);
      if (write < 0) {
        return;
      }
      // an update that did not replace anything has no order
      boolean failed = g.label[read].type == Label.Type.UPDATE && !g.exclusive[read];
      if (acquires(g.label[read]) && !failed) {
        sync.orRow(read, released, write);
      }
      g.before.orRow(read, g.before, write);
      g.before.set(read, write);
      g.close(g.before, read);
    }

    @Override
    void passOn(int e) {
      int p = g.previous[e];
      if (p < 0) {
        toReads.clearRow(e);
        toWrites.clearRow(e);
        toAll.clearRow(e);
      } else {
        toReads.copyRow(e, toReads, p);
        toWrites.copyRow(e, toWrites, p);
        toAll.copyRow(e, toAll, p);
      }
      toAll.orRow(e, g.before, e);
      toAll.set(e, e);
      Label label = g.label[e];
      if (label.fence == Label.Fence.BARRIER) {
        return;
      }
      if (g.type[e] == ExecutionGraph.FENCE) {
        if (label.fence != Label.Fence.WMB) {
          toReads.copyRow(e, toAll, e);
        }
        if (label.fence != Label.Fence.RMB) {
          toWrites.copyRow(e, toAll, e);
        }
      } else if (label.order == Order.FULL) {
        toReads.copyRow(e, toAll, e);
        toWrites.copyRow(e, toAll, e);
      } else if (g.type[e] == ExecutionGraph.READ) {
        add(toWrites, e);
        if (label.order == Order.ACQUIRE || program.isAddress(label.location, g.value[e])) {
          add(toReads, e);
        }
      }
    }

    private void add(BitRows rows, int e) {
      rows.orRow(e, g.before, e);
      rows.set(e, e);
    }

    @Override
    boolean isPast(int write, int e) {
      return sync.get(e, write) || readByThread(write, g.thread[e], e);
    }

    private boolean readByThread(int write, int t, int porfOf) {
      if (!g.readers.intersects(write, g.porf, porfOf)) {
        return false;
      }
      for (int e = g.last[t]; e >= 0; e = g.previous[e]) {
        if (g.type[e] == ExecutionGraph.READ && g.source[e] == write) {
          return true;
        }
      }
      return false;
    }

    @Override
    boolean areUnordered(int a, int b) {
      return g.thread[a] != g.thread[b] && !sync.get(a, b) && !sync.get(b, a);
    }

    @Override
    void copyKept(Views other, int events, long[] kept, int keptBase) {
      Rows from = (Rows) other;
      settled.copy(from.settled, events, kept, keptBase);
      sync.copyAll(from.sync, events);
      released.copyAll(from.released, events);
      toAll.copyMasked(from.toAll, events, kept, keptBase);
      toReads.copyMasked(from.toReads, events, kept, keptBase);
      toWrites.copyMasked(from.toWrites, events, kept, keptBase);
    }
  }
}
