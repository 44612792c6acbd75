package org.vmacheck.checks.engine.explore.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Label;
import org.vmacheck.checks.engine.explore.graph.Label.Fence;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.LockMap;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Order;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Rcu;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.memory.lockdep.Lockdep;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/**
 * The memory of the explorer. An access is answered from the history that is being replayed; the
 * first one after it is the thread's next step. Cells are numbered, and references are numbered
 * values, equal ones alike, so that the explorer itself deals with nothing but numbers.
 *
 * <p>Before the threads run ({@link Phase#SETUP}) a store sets the initial value of its cell. After
 * they have ended ({@link Phase#END}) a load gives the final value.
 */
public final class ExploreMemory implements Memory {

  /** What an access means now. */
  enum Phase {
    SETUP,
    THREADS,
    END
  }

  /** An allocated object. */
  private static final class Allocation {
    final int number;
    final String type;
    final String name;

    Allocation(int number, String type, int ofItsType) {
      this.number = number;
      this.type = type;
      this.name = type + "#" + ofItsType;
    }
  }

  private final MemoryModelName model;
  private final History history;
  private Phase phase = Phase.SETUP;
  private int thread = -1;
  private int threads;
  private ExecutionGraph ended;

  /** Told of the cells that are looked at directly; null if nobody wants to know. */
  private IntConsumer watcher;

  private final List<String> names = new ArrayList<>();
  private final BitSet pointers = new BitSet();
  private final List<LongFunction<String>> shown = new ArrayList<>();
  private long[] initial = new long[64];
  private int[] owners = new int[64];

  private final List<Allocation> objects = new ArrayList<>();
  private final Map<Object, Allocation> allocations = new IdentityHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<Allocation> constructing = new ArrayList<>();

  private final List<Object> references = new ArrayList<>();
  private final Map<Object, Long> numbers = new HashMap<>();

  /** Of each reference, as an object of its own; null for what is none. */
  private final List<Allocation> referenced = new ArrayList<>();

  /** Of the thread that is replayed. */
  private final Lockdep lockdep = new Lockdep();

  private ExploreRcu rcu;

  public ExploreMemory(MemoryModelName model, Bounds bounds) {
    this.model = model;
    this.history = new History(bounds);
    references.add(null);
    referenced.add(null);
    numbers.put(null, 0L);
  }

  /**
   * Setup is over; from now on accesses are those of threads.
   *
   * @param count how many there are at most
   */
  void beginThreads(int count) {
    phase = Phase.THREADS;
    threads = count;
    lockdep.reset();
  }

  /** Replays a thread for one step more. */
  Label replay(
      int whose, Label last, long value, Supplier<Object> body, History.Listener listener) {
    Phase before = phase;
    int threadBefore = thread;
    phase = Phase.THREADS;
    thread = whose;
    lockdep.reset();
    constructing.clear();
    try {
      return history.replay(last, value, body, listener);
    } finally {
      phase = before;
      thread = threadBefore;
      lockdep.reset();
    }
  }

  /** Lets loads give the final values of an execution while something looks at its end. */
  void atEnd(ExecutionGraph graph, Runnable look) {
    Phase before = phase;
    phase = Phase.END;
    ended = graph;
    lockdep.reset();
    try {
      look.run();
    } finally {
      phase = before;
      ended = null;
    }
  }

  /** Tells somebody, or nobody if null, of the cells that are looked at from now on. */
  void watch(IntConsumer watching) {
    watcher = watching;
  }

  /** The thread that is replayed begins another of its operations. */
  void beginOperation() {
    history.beginOperation();
  }

  int thread() {
    return thread;
  }

  @Override
  public Lockdep lockdep() {
    return lockdep;
  }

  ExploreRcu rcuOrNull() {
    return rcu;
  }

  MemoryModelName model() {
    return model;
  }

  long initial(int cell) {
    return initial[cell];
  }

  int object(int cell) {
    return owners[cell];
  }

  /** What reports call a cell. */
  String name(int cell) {
    return names.get(cell);
  }

  /** A value of a cell as a report writes it. */
  String text(int cell, long value) {
    return shown.get(cell).apply(value);
  }

  /**
   * Whether a value read from a cell may give the address of an object: a pointer to it, or to a
   * snapshot that may hold it.
   */
  boolean leadsTo(int cell, long value, int object) {
    if (!isAddress(cell, value)) {
      return false;
    }
    Allocation allocation = referenced.get((int) value);
    return allocation == null || allocation.number == object;
  }

  /** Whether a value read from a cell is a reference. */
  boolean isAddress(int cell, long value) {
    return value != 0 && pointers.get(cell);
  }

  private String referenceText(long number) {
    return text(reference(number));
  }

  private String text(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(this::text).collect(Collectors.joining(", ", "[", "]"));
    }
    Allocation allocation = allocations.get(value);
    return allocation == null ? String.valueOf(value) : allocation.name;
  }

  /** What reports call an object. */
  String objectName(int object) {
    return objects.get(object).name;
  }

  boolean inThreads() {
    return phase == Phase.THREADS;
  }

  boolean atEnd() {
    return phase == Phase.END;
  }

  /** A new cell; the same one when the thread that makes it is replayed. */
  <T> T cell(Supplier<T> make) {
    return phase == Phase.THREADS && constructing.isEmpty() ? history.make(make) : make.get();
  }

  int newLocation(String name, long value, LongFunction<String> text) {
    int number = names.size();
    Allocation owner = constructing.isEmpty() ? null : constructing.get(constructing.size() - 1);
    names.add(owner == null ? name : owner.name + "." + name);
    shown.add(text);
    if (number == initial.length) {
      initial = Arrays.copyOf(initial, 2 * number);
      owners = Arrays.copyOf(owners, 2 * number);
    }
    initial[number] = value;
    owners[number] = owner == null ? -1 : owner.number;
    return number;
  }

  /** The number of a reference: the same for equal ones, 0 for null. */
  long number(Object reference) {
    Long known = numbers.get(reference);
    if (known != null) {
      return known;
    }
    long number = references.size();
    references.add(reference);
    referenced.add(allocations.get(reference));
    numbers.put(reference, number);
    return number;
  }

  @SuppressWarnings("unchecked")
  <T> T reference(long number) {
    return (T) references.get((int) number);
  }

  /** Whether an access goes to the cells directly, because it is not a thread's. */
  private boolean direct(int cell) {
    if (phase == Phase.SETUP) {
      return true;
    }
    if (constructing.isEmpty()) {
      return phase == Phase.END;
    }
    if (owners[cell] < constructing.get(0).number) {
      throw new EngineFailure(
          "the constructor of " + constructing.get(0).name + " accesses " + names.get(cell));
    }
    return true;
  }

  private long direct(int cell, boolean ignored) {
    if (watcher != null) {
      watcher.accept(cell);
    }
    return phase == Phase.END ? ended.finalValue(cell, initial[cell]) : initial[cell];
  }

  private void set(int cell, long value) {
    if (phase == Phase.END) {
      throw new EngineFailure("a property writes to " + names.get(cell));
    }
    initial[cell] = value;
  }

  long read(int cell, Order order) {
    return direct(cell) ? direct(cell, true) : history.read(cell, order);
  }

  void write(int cell, Order order, long value) {
    if (direct(cell)) {
      set(cell, value);
    } else {
      history.write(cell, order, value, false);
    }
  }

  long update(int cell, Order order, LongPredicate test, LongUnaryOperator update) {
    if (!direct(cell)) {
      return history.update(cell, order, test, update);
    }
    long value = direct(cell, true);
    if (test.test(value)) {
      set(cell, update.applyAsLong(value));
    }
    return value;
  }

  /** An update without a return value. */
  void modify(int cell, LongUnaryOperator update) {
    if (direct(cell)) {
      set(cell, update.applyAsLong(direct(cell, true)));
    } else {
      history.modify(cell, update);
    }
  }

  /** An acquiring update that waits for its test. */
  long take(int cell, LongPredicate test, LongUnaryOperator update) {
    return take(cell, test, update, false);
  }

  /** The update that takes a spin lock. */
  void takeSpinLock(int cell, LongPredicate test, LongUnaryOperator update) {
    take(cell, test, update, true);
  }

  private long take(int cell, LongPredicate test, LongUnaryOperator update, boolean spin) {
    if (!direct(cell)) {
      return history.take(cell, test, update, spin);
    }
    long value = direct(cell, true);
    if (!test.test(value)) {
      throw new EngineFailure("setup waits for " + names.get(cell));
    }
    set(cell, update.applyAsLong(value));
    return value;
  }

  /** The release of a spin lock. */
  void release(int cell, long value) {
    if (direct(cell)) {
      set(cell, value);
    } else {
      history.write(cell, Order.RELEASE, value, true);
    }
  }

  void fence(Fence fence) {
    if (phase != Phase.THREADS) {
      return;
    }
    boolean rcuFence =
        fence == Fence.RCU_LOCK || fence == Fence.RCU_UNLOCK || fence == Fence.RCU_SYNC;
    if (rcuFence || model == MemoryModelName.LKMM) {
      history.fence(fence, 0);
    } else if (fence == Fence.MB && model == MemoryModelName.TSO) {
      history.fence(fence, 0);
    }
  }

  @Override
  public Word word(String name, long value, LongFunction<String> text) {
    return cell(() -> new ExploreWord(this, newLocation(name, value, text)));
  }

  @Override
  public <T> Pointer<T> pointer(String name, T value) {
    return cell(
        () -> {
          int location = newLocation(name, number(value), this::referenceText);
          pointers.set(location);
          return new ExplorePointer<T>(this, location);
        });
  }

  @Override
  public SpinLock spinLock(LockClass lockClass, String name) {
    return cell(
        () -> new ExploreSpinLock(this, newLocation(name, 0, ExploreSpinLock::text), lockClass));
  }

  @Override
  public RwSemaphore rwSemaphore(LockClass lockClass, String name) {
    return cell(
        () ->
            new ExploreRwSemaphore(
                this, newLocation(name, 0, ExploreRwSemaphore::text), lockClass));
  }

  @Override
  public LockMap lockMap(String name) {
    return cell(
        () -> {
          Allocation owner =
              constructing.isEmpty() ? null : constructing.get(constructing.size() - 1);
          String full = owner == null ? name : owner.name + "." + name;
          return new ExploreLockMap(this, new LockdepMap(new LockClass(name), full));
        });
  }

  @Override
  public Rcu rcu() {
    if (rcu == null) {
      if (phase != Phase.SETUP) {
        throw new EngineFailure("a program that uses RCU must ask for it in its setup");
      }
      rcu = new ExploreRcu(this);
    }
    return rcu;
  }

  @Override
  public <T> T allocate(String what, Supplier<T> make) {
    return cell(() -> construct(what, make));
  }

  private <T> T construct(String what, Supplier<T> make) {
    Allocation allocation = new Allocation(objects.size(), what, number(what));
    objects.add(allocation);
    constructing.add(allocation);
    T made;
    try {
      made = make.get();
    } finally {
      constructing.remove(constructing.size() - 1);
    }
    allocations.put(made, allocation);
    Long number = numbers.get(made);
    if (number != null && reference(number) == made) {
      referenced.set(number.intValue(), allocation);
    }
    return made;
  }

  /**
   * The number of the next object among those of its type. It hangs on what its thread has done
   * alone, so that an object has one name in all executions, and no two in one execution share it.
   */
  private int number(String type) {
    if (phase != Phase.THREADS) {
      return counts.merge(type, 1, Integer::sum);
    }
    int before =
        history.countMade(
            made -> allocations.containsKey(made) && allocations.get(made).type.equals(type));
    return counts.getOrDefault(type, 0) + before * threads + thread + 1;
  }

  @Override
  public void free(Object object) {
    Allocation allocation = allocations.get(object);
    if (allocation == null) {
      throw new KernelBug(
          KernelBug.Kind.DOUBLE_FREE, String.valueOf(object), "was never allocated");
    }
    if (phase == Phase.THREADS) {
      history.fence(Fence.FREE, allocation.number);
    }
  }

  @Override
  public void await(BooleanSupplier condition) {
    lockdep.mightSleep("wait_event");
    if (phase == Phase.THREADS) {
      history.await(condition);
    } else if (!condition.getAsBoolean()) {
      throw new EngineFailure("setup waits for a condition that does not hold");
    }
  }

  @Override
  public void restartSyscall() {
    if (phase == Phase.THREADS) {
      history.restart();
    }
  }

  @Override
  public void smpMb() {
    fence(Fence.MB);
  }

  @Override
  public void smpRmb() {
    fence(Fence.RMB);
  }

  @Override
  public void smpWmb() {
    fence(Fence.WMB);
  }
}
