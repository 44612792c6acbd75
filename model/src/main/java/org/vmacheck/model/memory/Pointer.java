package org.vmacheck.model.memory;

/**
 * A shared pointer. What it may hold stands at {@link Memory#pointer}; two values are the same if
 * they are equal, which for allocated objects is identity.
 */
public abstract class Pointer<T> {

  /** A plain C load. */
  public abstract T plain();

  /** A plain C store. */
  public abstract void plain(T value);

  /** {@code READ_ONCE}. */
  public abstract T readOnce();

  /** {@code WRITE_ONCE}. */
  public abstract void writeOnce(T value);

  /** {@code smp_load_acquire}. */
  public abstract T loadAcquire();

  /** {@code smp_store_release}. */
  public abstract void storeRelease(T value);

  /**
   * {@code rcu_dereference}: a once-only load whose dependent accesses come after it (address
   * dependency).
   */
  public abstract T rcuDereference();

  /** {@code rcu_assign_pointer}: a release store. */
  public final void rcuAssignPointer(T value) {
    storeRelease(value);
  }

  /** {@code xchg}: stores the value and returns the one before, fully ordered. */
  public abstract T xchg(T value);

  /** {@code cmpxchg}: stores the value if the pointer is as expected; returns what it was. */
  public abstract T cmpxchg(T expected, T value);
}
