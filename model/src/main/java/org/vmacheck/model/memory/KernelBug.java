package org.vmacheck.model.memory;

import java.util.Arrays;
import java.util.Optional;

/**
 * A finding that the kernel itself, or one of its sanitizers, would have reported. It ends the
 * thread that meets it; the engine adds which thread that was.
 *
 * <p>An {@link Error}: model code must not swallow it.
 */
public final class KernelBug extends Error {

  private static final long serialVersionUID = 1L;

  /** What would have noticed. */
  public enum Kind {
    /** {@code VM_BUG_ON}, {@code WARN_ON} or an assertion that a lock is held. */
    ASSERTION,
    /** An access to a freed object, as KASAN reports it. */
    USE_AFTER_FREE,
    /** An object freed twice. */
    DOUBLE_FREE,
    /** A lock released by a thread that does not hold it, or not in this mode. */
    UNLOCK_NOT_HELD,
    /** A lock taken that this thread holds already. */
    RECURSIVE_LOCK,
    /** Locks taken against the order of their classes: lockdep's possible circular dependency. */
    LOCK_ORDER,
    /** A sleeping function called with a spin lock held or in an RCU read section. */
    SLEEP_IN_ATOMIC,
    /** A lock held, or a read section open, at the end of a system call or of a thread. */
    LOCK_LEFT_HELD,
    /** Nobody can ever end this wait. */
    DEADLOCK,
    /** Two accesses to one cell, one of them plain and one a write, as KCSAN reports them. */
    DATA_RACE,
    /** A thread that runs for ever: the watchdog's soft lockup. */
    NON_TERMINATION,
    /** The model itself failed: what would be an oops in the kernel. */
    EXCEPTION,
    /** A property of the scenario or of the model does not hold. */
    INVARIANT
  }

  private final Kind kind;
  private final String name;

  /**
   * @param name what the kernel calls the check ({@code vma_assert_write_locked}) or the object
   *     ({@code pte_table#2})
   * @param detail one clause that says what was wrong
   */
  public KernelBug(Kind kind, String name, String detail) {
    super(name + ": " + detail);
    this.kind = kind;
    this.name = name;
  }

  public Kind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  /** The kernel function that met it, empty outside of kernel paths. */
  public Optional<String> place() {
    return place(this);
  }

  /** The innermost kernel function that something was thrown in, empty outside of kernel paths. */
  public static Optional<String> place(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .flatMap(f -> KernelNames.function(f.getClassName(), f.getMethodName()).stream())
        .findFirst();
  }

  /** {@code VM_BUG_ON(!condition)}: the kernel promises the condition here. */
  public static void check(boolean condition, String name, String detail) {
    if (!condition) {
      throw new KernelBug(Kind.ASSERTION, name, detail);
    }
  }
}
