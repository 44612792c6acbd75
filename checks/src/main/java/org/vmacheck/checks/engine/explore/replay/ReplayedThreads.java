package org.vmacheck.checks.engine.explore.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.vmacheck.checks.engine.Location;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Label;
import org.vmacheck.checks.engine.explore.graph.Threads;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Property;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.lockdep.HeldLock;

/** The threads of a program over an {@link ExploreMemory}, as trees of steps grown by replay. */
public final class ReplayedThreads implements Threads {

  private final ExploreMemory memory;
  private final Program program;
  private final List<Supplier<Object>> bodies = new ArrayList<>();
  private final Label[] first;
  private final int daemon;
  private final int[] twins;
  private String operation = "";

  /** Prepares a program, of which an explorer visits every execution. */
  public ReplayedThreads(Setup setup, MemoryModelName model, Bounds bounds) {
    memory = new ExploreMemory(model, bounds);
    program = setup.prepare(memory);
    // the last one is that of RCU callbacks
    memory.beginThreads(program.threads().size() + 1);
    for (KernelThread thread : program.threads()) {
      bodies.add(() -> run(thread.operations()));
    }
    daemon = memory.rcuOrNull() == null ? -1 : bodies.size();
    if (daemon >= 0) {
      bodies.add(() -> memory.rcuOrNull().runCallbacks());
    }
    first = new Label[bodies.size()];
    for (int t = 0; t < first.length; t++) {
      first[t] = after(t, Label.start(), 0);
    }
    twins = new int[bodies.size()];
    Arrays.fill(twins, -1);
  }

  /**
   * Prepares a program, of which an explorer visits one of those executions that differ only in
   * which of the threads that do the same did what.
   */
  public static ReplayedThreads upToSymmetry(Setup setup, MemoryModelName model, Bounds bounds) {
    ReplayedThreads threads = new ReplayedThreads(setup, model, bounds);
    for (Set<Integer> alike : threads.program.alike()) {
      int before = -1;
      for (int t : new TreeSet<>(alike)) {
        threads.twins[t] = before;
        before = t;
      }
    }
    return threads;
  }

  private Object run(List<Operation> operations) {
    long[] results = new long[operations.size()];
    for (int i = 0; i < results.length; i++) {
      operation = operations.get(i).label();
      memory.beginOperation();
      results[i] = operations.get(i).body().getAsLong();
      memory.lockdep().sysExit();
    }
    return results;
  }

  @Override
  public int count() {
    return first.length;
  }

  @Override
  public Label first(int thread) {
    return first[thread];
  }

  @Override
  public Label after(int thread, Label label, long value) {
    Label next = label.successor(value);
    if (next == null) {
      next = memory.replay(thread, label, value, bodies.get(thread), null);
      label.link(value, next);
    }
    return next;
  }

  @Override
  public long initial(int location) {
    return memory.initial(location);
  }

  @Override
  public int object(int location) {
    return memory.object(location);
  }

  @Override
  public boolean leadsTo(int location, long value, int object) {
    return memory.leadsTo(location, value, object);
  }

  @Override
  public boolean isAddress(int location, long value) {
    return memory.isAddress(location, value);
  }

  @Override
  public boolean mayRace(int location) {
    String name = memory.name(location);
    return program.intendedRaces().contains(name)
        || program.intendedRaces().contains(name.substring(name.lastIndexOf('.') + 1));
  }

  @Override
  public boolean daemon(int thread) {
    return thread == daemon;
  }

  @Override
  public int twin(int thread) {
    return twins[thread];
  }

  /** Whether an explorer leaves out executions that are like others. */
  public boolean hasTwins() {
    return Arrays.stream(twins).anyMatch(twin -> twin >= 0);
  }

  public MemoryModelName model() {
    return memory.model();
  }

  public Program program() {
    return program;
  }

  /** What an operation returned in a complete execution. */
  public long result(ExecutionGraph graph, int thread, int operation) {
    return ((long[]) graph.pending(thread).note)[operation];
  }

  /** Judges the property of the program in a complete execution. */
  public void judge(ExecutionGraph graph) {
    memory.atEnd(
        graph,
        () -> program.property().check((thread, operation) -> result(graph, thread, operation)));
  }

  /**
   * The cells that the part of the property that failed looks at in a complete execution.
   *
   * @param failure what it threw
   */
  public List<Location> looksAt(ExecutionGraph graph, KernelBug failure) {
    Set<String> failed = new HashSet<>();
    // a method that only makes the exception may come first
    int depth = Math.min(2, failure.getStackTrace().length);
    for (StackTraceElement frame : Arrays.asList(failure.getStackTrace()).subList(0, depth)) {
      failed.add(frame.getClassName() + "." + frame.getMethodName());
    }
    List<Location> cells = new ArrayList<>();
    memory.watch(
        cell -> {
          if (isOnTheStack(failed)) {
            cells.add(Location.of(memory.name(cell)));
          }
        });
    try {
      judge(graph);
    } catch (KernelBug again) {
      // it is known already
    } finally {
      memory.watch(null);
    }
    return cells;
  }

  private static boolean isOnTheStack(Set<String> methods) {
    return StackWalker.getInstance()
        .walk(
            all ->
                all.takeWhile(frame -> !isOf("looksAt", frame))
                    .filter(frame -> !frame.getClassName().equals(Property.class.getName()))
                    .anyMatch(f -> methods.contains(f.getClassName() + "." + f.getMethodName())));
  }

  /** The column head of a thread. */
  public String threadName(int thread) {
    return thread == daemon ? "rcu" : program.threads().get(thread).name();
  }

  /** What reports call a cell. */
  public String name(int location) {
    return memory.name(location);
  }

  /** What reports call an allocated object. */
  public String objectName(int object) {
    return memory.objectName(object);
  }

  /** A value of a cell as reports write it. */
  public String text(int location, long value) {
    return memory.text(location, value);
  }

  /**
   * Whether a frame is that of a method of this class: what lies below it on the stack is the
   * explorer, with as many frames as the graph has events.
   */
  static boolean isOf(String method, StackWalker.StackFrame frame) {
    return frame.getMethodName().equals(method)
        && frame.getClassName().equals(ReplayedThreads.class.getName());
  }

  /**
   * What a thread did in an execution, access by access, in the order of its program: without what
   * it has done early and has not come to.
   */
  public List<Trace.Entry> trace(ExecutionGraph graph, int thread) {
    int last = graph.lastOf(thread);
    while (last >= 0 && graph.label(last).isEarly()) {
      last = graph.previous(last);
    }
    return last < 0 ? List.of() : traceTo(graph, last);
  }

  /** What a thread does up to a step, and with it, in the order of its program. */
  private List<Trace.Entry> traceTo(ExecutionGraph graph, int event) {
    Trace trace = new Trace(this);
    Label label = graph.label(event).original();
    boolean writeOfUpdate = label.type == Label.Type.UPDATE && graph.isWrite(event);
    long value = label.reads() ? graph.value(writeOfUpdate ? graph.previous(event) : event) : 0;
    operation = "";
    int thread = graph.thread(event);
    memory.replay(thread, label, value, bodies.get(thread), (s, read) -> trace.add(s));
    return trace.entries();
  }

  /** The access that each event of an execution is of. */
  public Map<Integer, Trace.Entry> entries(ExecutionGraph graph) {
    Map<Integer, Trace.Entry> entries = new HashMap<>();
    for (int t = 0; t < count(); t++) {
      List<Trace.Entry> trace = trace(graph, t);
      for (int e = graph.lastOf(t); e >= 0; e = graph.previous(e)) {
        entries.put(e, entry(graph, e, trace));
      }
    }
    return entries;
  }

  /** The access that an event is of. */
  public Trace.Entry entry(ExecutionGraph graph, int event) {
    return entry(graph, event, trace(graph, graph.thread(event)));
  }

  private Trace.Entry entry(ExecutionGraph graph, int event, List<Trace.Entry> trace) {
    Label label = graph.label(event).original();
    if (label.depth <= trace.size() && trace.get(label.depth - 1).label() == label) {
      return trace.get(label.depth - 1);
    }
    // it was done early: where it is in the program follows from what was to be read until then
    return traceTo(graph, event).get(label.depth - 1);
  }

  /** The locks that a thread holds where the execution ends, as it sees them before it waits. */
  public List<HeldLock> locksAtEnd(ExecutionGraph graph, int thread) {
    List<Trace.Entry> entries = trace(graph, thread);
    return entries.isEmpty() ? List.of() : entries.get(entries.size() - 1).locks();
  }

  String operation() {
    return operation;
  }

  Location location(Label label) {
    if (label.type != Label.Type.FENCE) {
      return Location.of(memory.name(label.location()));
    }
    return label.fence() == Label.Fence.FREE
        ? Location.of(memory.objectName(label.location()))
        : Location.NONE;
  }

  List<HeldLock> locksHeld() {
    return memory.lockdep().heldLocks();
  }
}
