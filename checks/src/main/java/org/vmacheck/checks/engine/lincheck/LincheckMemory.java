package org.vmacheck.checks.engine.lincheck;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.LockMap;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Rcu;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.memory.lockdep.Lockdep;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/**
 * The memory that Lincheck schedules: sequentially consistent, one place to switch threads before
 * each access to a cell that another thread can reach. Every access is one step, whatever it does
 * inside, because Lincheck cannot switch in code that it does not instrument.
 *
 * <p>Orderings are recorded for reports and mean nothing else here: Lincheck knows no weak memory.
 */
public final class LincheckMemory implements Memory {

  private final SwitchPoints points;
  private final KernelTasks tasks;
  private final Findings findings;
  private final StepRecorder recorder;
  private final Map<String, Integer> allocated = new HashMap<>();
  private final Map<Object, Allocation> allocations = new IdentityHashMap<>();
  private final LincheckRcu rcu;
  private Allocation making = Allocation.STATIC;

  /** A memory for threads that turn up as they come, whose steps nobody wants to see. */
  public LincheckMemory(SwitchPoints points) {
    this(points, KernelTasks.open(), new Findings(), StepRecorder.off());
  }

  LincheckMemory(SwitchPoints points, KernelTasks tasks, Findings findings, StepRecorder recorder) {
    this.points = points;
    this.tasks = tasks;
    this.findings = findings;
    this.recorder = recorder;
    this.rcu = new LincheckRcu(this);
  }

  /** Everything so far was setup: from now on threads run, and they turn up as they come. */
  public void start() {
    tasks.start(List.of());
  }

  @Override
  public Word word(String name, long initial, LongFunction<String> shown) {
    return new LincheckWord(this, cell(name), initial, shown);
  }

  @Override
  public <T> Pointer<T> pointer(String name, T initial) {
    return new LincheckPointer<>(this, cell(name), initial);
  }

  @Override
  public SpinLock spinLock(LockClass lockClass, String name) {
    Cell cell = cell(name);
    return new LincheckSpinLock(this, cell, new LockdepMap(lockClass, cell.name));
  }

  @Override
  public RwSemaphore rwSemaphore(LockClass lockClass, String name) {
    Cell cell = cell(name);
    return new LincheckRwSemaphore(this, cell, new LockdepMap(lockClass, cell.name));
  }

  @Override
  public LockMap lockMap(String name) {
    return new LincheckLockMap(this, new LockdepMap(new LockClass(name), making.cell(name)));
  }

  @Override
  public Lockdep lockdep() {
    return me().lockdep;
  }

  @Override
  public Rcu rcu() {
    return rcu;
  }

  private Cell cell(String name) {
    return new Cell(making, name, tasks.started() ? tasks.me() : null);
  }

  @Override
  public <T> T allocate(String what, Supplier<T> make) {
    Allocation outer = making;
    Allocation allocation = new Allocation(what + "#" + allocated.merge(what, 1, Integer::sum));
    making = allocation;
    try {
      T object = make.get();
      allocations.put(object, allocation);
      return object;
    } finally {
      making = outer;
    }
  }

  @Override
  public void free(Object object) {
    Allocation allocation = allocations.get(object);
    if (allocation == null) {
      throw new IllegalArgumentException("not made by allocate: " + object);
    }
    step("free", allocation.name());
    if (allocation.freed()) {
      throw new KernelBug(
          KernelBug.Kind.DOUBLE_FREE, allocation.name(), "freed again by " + me().name);
    }
    allocation.poison();
    recorder.record(me(), allocation.name(), "", true);
  }

  @Override
  public void await(BooleanSupplier condition) {
    lockdep().mightSleep("wait_event");
    while (true) {
      long seen = points.changes.count;
      if (condition.getAsBoolean()) {
        return;
      }
      sleep(seen, "a condition");
    }
  }

  @Override
  public void smpMb() {}

  @Override
  public void smpRmb() {}

  @Override
  public void smpWmb() {}

  KernelTask me() {
    return tasks.me();
  }

  StepRecorder recorder() {
    return recorder;
  }

  /** The calling thread is about to access a cell: others may run first, and it must be alive. */
  void access(Cell cell, String access) {
    if (!cell.isPrivateTo(me())) {
      step(access, cell.name);
    }
    if (cell.allocation.freed()) {
      recorder.record(me(), cell.name, "freed memory", true);
      throw new KernelBug(
          KernelBug.Kind.USE_AFTER_FREE,
          cell.allocation.name(),
          access + " of " + cell.name + " by " + me().name + " after it was freed");
    }
  }

  /** A step that has no cell: RCU, free. */
  void step(String access, String what) {
    if (tasks.started()) {
      points.before(access, what);
    }
    findings.stopIfAny();
  }

  /** The calling thread changed what others may wait for. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread runs at a time
  void changed() {
    points.changes.count++;
  }

  /** The calling thread stored a reference where others can read it. */
  void published() {
    me().publications++;
  }

  /** Accesses a cell as soon as the test holds; each test is an access of its own. */
  void awaitAccess(Cell cell, String access, BooleanSupplier test) {
    while (true) {
      access(cell, access);
      long seen = points.changes.count;
      if (test.getAsBoolean()) {
        return;
      }
      sleep(seen, cell.name);
    }
  }

  /** A wait that has no cell; each test is a step of its own. */
  void awaitStep(String access, String what, BooleanSupplier test) {
    while (true) {
      step(access, what);
      long seen = points.changes.count;
      if (test.getAsBoolean()) {
        return;
      }
      sleep(seen, what);
    }
  }

  /** The calling thread found at change {@code seen} that it cannot go on. */
  void sleep(long seen, String waitingFor) {
    KernelTask me = me();
    me.waitingSince = seen;
    me.waitingFor = waitingFor;
    if (tasks.stuck(points.changes.count)) {
      throw deadlock();
    }
    points.until(seen);
    me.waitingSince = KernelTask.AWAKE;
    findings.stopIfAny();
  }

  private KernelBug deadlock() {
    return new KernelBug(KernelBug.Kind.DEADLOCK, "deadlock", tasks.whoWaits());
  }

  /** The thread has run its last operation: those that still wait may wait for ever now. */
  void finished(KernelTask task) {
    task.finished = true;
    if (tasks.stuck(points.changes.count)) {
      throw deadlock();
    }
  }

  void runAs(KernelTask task, Runnable body) {
    tasks.as(task, body);
  }

  /** As reports show a reference: the name of an allocated object, or the value. */
  String show(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(this::show).collect(Collectors.joining(", ", "[", "]"));
    }
    Allocation allocation = allocations.get(value);
    return allocation != null ? allocation.name() : String.valueOf(value);
  }
}
