package org.vmacheck.model.memory.sequential;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Supplier;
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
 * Memory for one thread at a time. Nobody else can end a wait, so a wait that does not end at once
 * is a deadlock finding. Objects are named in the order of their allocation: {@code vma#1}, {@code
 * vma#2}, {@code pte_table#1}.
 */
public final class SequentialMemory implements Memory {

  /** How often system calls may start over: with nobody else about, more often is for ever. */
  private static final int MOST_RESTARTS = 100;

  private final Lockdep lockdep;
  private final SequentialRcu rcu;
  private final Map<Object, Slot> slots = new IdentityHashMap<>();
  private final Map<String, Integer> made = new HashMap<>();

  /** The object whose cells are being made. */
  private Slot current = Slot.STATIC;

  private int restarts;

  public SequentialMemory() {
    this(new Lockdep());
  }

  /** With somebody else's look at which locks are taken. */
  public SequentialMemory(Lockdep lockdep) {
    this.lockdep = lockdep;
    this.rcu = new SequentialRcu(lockdep);
  }

  @Override
  public Word word(String name, long initial, LongFunction<String> shown) {
    return new SequentialWord(current, name, initial);
  }

  @Override
  public <T> Pointer<T> pointer(String name, T initial) {
    return new SequentialPointer<>(current, name, initial);
  }

  @Override
  public SpinLock spinLock(LockClass lockClass, String name) {
    return new SequentialSpinLock(lockdep, current, name, map(lockClass, name));
  }

  @Override
  public RwSemaphore rwSemaphore(LockClass lockClass, String name) {
    return new SequentialRwSemaphore(lockdep, current, name, map(lockClass, name));
  }

  @Override
  public LockMap lockMap(String name) {
    return new SequentialLockMap(lockdep, map(new LockClass(name), name));
  }

  private LockdepMap map(LockClass lockClass, String name) {
    return new LockdepMap(lockClass, current.cell(name));
  }

  @Override
  public Lockdep lockdep() {
    return lockdep;
  }

  @Override
  public Rcu rcu() {
    return rcu;
  }

  @Override
  public <T> T allocate(String what, Supplier<T> make) {
    Slot outer = current;
    Slot slot = new Slot(what + "#" + made.merge(what, 1, Integer::sum));
    current = slot;
    try {
      T object = make.get();
      slots.put(object, slot);
      return object;
    } finally {
      current = outer;
    }
  }

  @Override
  public void free(Object object) {
    Slot slot = slots.get(object);
    KernelBug.check(slot != null, "free", object + " was never allocated");
    slot.free();
  }

  /** What reports call an object, {@code vma#1}; or its own text if it was never allocated. */
  public String nameOf(Object object) {
    Slot slot = slots.get(object);
    return slot == null ? String.valueOf(object) : slot.name();
  }

  @Override
  public void await(BooleanSupplier condition) {
    lockdep.mightSleep("wait_event");
    if (!condition.getAsBoolean()) {
      throw new KernelBug(
          KernelBug.Kind.DEADLOCK, "wait_event", "no other thread can make the condition true");
    }
  }

  @Override
  public void smpMb() {}

  @Override
  public void smpRmb() {}

  @Override
  public void smpWmb() {}

  @Override
  public void restartSyscall() {
    restarts++;
    if (restarts > MOST_RESTARTS) {
      throw new KernelBug(
          KernelBug.Kind.NON_TERMINATION,
          "restart_syscall",
          "a system call starts over again and again, and nobody else is about");
    }
  }
}
