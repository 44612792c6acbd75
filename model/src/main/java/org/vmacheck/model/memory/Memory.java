package org.vmacheck.model.memory;

import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Supplier;

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

  SpinLock spinLock(String name);

  RwSemaphore rwSemaphore(String name);

  /** A {@code lockdep_map}: who holds a lock that is built from words (the per-VMA lock). */
  LockMap lockMap(String name);

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
   * reads cells; each access in it has the ordering it names. A full barrier that the kernel has in
   * front of the test is the caller's to write.
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
}
