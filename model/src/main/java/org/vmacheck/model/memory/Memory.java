package org.vmacheck.model.memory;

import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.memory.lockdep.Lockdep;

/**
 * The memory that kernel threads share. Everything two threads can both reach lives in a cell made
 * here, and every access to it names its kernel ordering; model code knows nothing else about the
 * machine it runs on, and an engine decides what the accesses mean.
 *
 * <p>Model code that runs against a {@code Memory} is deterministic: the same values read give the
 * same accesses, in the same order. An engine may therefore run a thread again from its start.
 */
public interface Memory {

  /** A cell that holds an {@code unsigned long}. The name is what a report calls it. */
  default Word word(String name, long initial) {
    return word(name, initial, KernelNames::number);
  }

  /**
   * A cell whose values mean something.
   *
   * @param shown how a report writes a value
   */
  Word word(String name, long initial, LongFunction<String> shown);

  /**
   * A cell that holds a reference: null, an object made by {@link #allocate}, or an immutable value
   * with value equality (a record, a sorted snapshot).
   */
  <T> Pointer<T> pointer(String name, T initial);

  /** A spin lock of the class of this name. */
  default SpinLock spinLock(String name) {
    return spinLock(new LockClass(name), name);
  }

  SpinLock spinLock(LockClass lockClass, String name);

  /** A semaphore of the class of this name. */
  default RwSemaphore rwSemaphore(String name) {
    return rwSemaphore(new LockClass(name), name);
  }

  RwSemaphore rwSemaphore(LockClass lockClass, String name);

  /** A {@code lockdep_map}: who holds a lock that is built from words (the per-VMA lock). */
  LockMap lockMap(String name);

  /** What lockdep knows of the calling thread. */
  Lockdep lockdep();

  /** What is to go wrong for the calling thread. */
  default FaultInjection faultInjection() {
    return lockdep().faultInjection();
  }

  Rcu rcu();

  /**
   * Makes an object that threads share, and lets the engine give it a stable identity. The cells
   * made while {@code make} runs belong to the object and are poisoned with it.
   */
  <T> T allocate(String what, Supplier<T> make);

  /**
   * Gives back an object made by {@link #allocate}. A later access to one of its cells is a
   * use-after-free finding, a second {@code free} a double-free finding.
   */
  void free(Object object);

  /**
   * Waits until the condition holds ({@code rcuwait_wait_event} and friends). The condition only
   * reads cells, each with the ordering it names, and has the barriers that the kernel has in each
   * round of the wait. It may sleep, so {@code might_sleep} is asked.
   */
  void await(BooleanSupplier condition);

  /**
   * {@code restart_syscall()}: a system call is about to start over, because somebody else undid
   * what it did and may do so again for ever. The caller holds no lock. An engine that looks at
   * every execution bounds how often this happens.
   */
  default void restartSyscall() {}

  /** {@code smp_mb()}. */
  void smpMb();

  /** {@code smp_rmb()}. */
  void smpRmb();

  /** {@code smp_wmb()}. */
  void smpWmb();

  /**
   * {@code smp_acquire__after_ctrl_dep()}: after a branch on what was read, orders that read before
   * every later access. The kernel has the branch for later stores, and {@code smp_rmb} for loads.
   */
  default void smpAcquireAfterCtrlDep() {
    smpRmb();
  }
}
