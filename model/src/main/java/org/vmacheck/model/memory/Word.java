package org.vmacheck.model.memory;

import java.util.function.LongPredicate;

/**
 * A shared {@code unsigned long}. The methods carry the kernel's names for its accesses; what each
 * promises stands at {@link Order}.
 *
 * <p>An abstract class, not an interface: a process that loads only one implementation gets every
 * call inlined, so that JCStress sees bare accesses.
 */
public abstract class Word {

  /** A plain C load. */
  public abstract long plain();

  /** A plain C store. */
  public abstract void plain(long value);

  /** {@code READ_ONCE}. */
  public abstract long readOnce();

  /** {@code WRITE_ONCE}. */
  public abstract void writeOnce(long value);

  /** {@code smp_load_acquire}. */
  public abstract long loadAcquire();

  /** {@code smp_store_release}. */
  public abstract void storeRelease(long value);

  /** {@code xchg}: stores the value and returns the one before, fully ordered. */
  public abstract long xchg(long value);

  /** {@code xchg_relaxed}. */
  public abstract long xchgRelaxed(long value);

  /** {@code xchg_acquire}. */
  public abstract long xchgAcquire(long value);

  /** {@code xchg_release}. */
  public abstract long xchgRelease(long value);

  /** {@code cmpxchg}: stores the value if the word is as expected; returns what the word was. */
  public abstract long cmpxchg(long expected, long value);

  /** {@code cmpxchg_relaxed}. */
  public abstract long cmpxchgRelaxed(long expected, long value);

  /** {@code cmpxchg_acquire}. */
  public abstract long cmpxchgAcquire(long expected, long value);

  /** {@code cmpxchg_release}. */
  public abstract long cmpxchgRelease(long expected, long value);

  /** {@code atomic_long_fetch_add}: returns the value before, fully ordered. */
  public abstract long fetchAdd(long delta);

  /** {@code atomic_long_fetch_add_relaxed}. */
  public abstract long fetchAddRelaxed(long delta);

  /** {@code atomic_long_fetch_add_acquire}. */
  public abstract long fetchAddAcquire(long delta);

  /** {@code atomic_long_fetch_add_release}. */
  public abstract long fetchAddRelease(long delta);

  /**
   * Adds {@code delta} if the present value passes the test, as the kernel's {@code
   * atomic_try_cmpxchg_relaxed} loops do ({@code refcount_add_not_zero}). One read-modify-write: a
   * failed round of the loop has no effect that anybody could see.
   *
   * @return the value before, which tells whether the test passed
   */
  public abstract long fetchAddIfRelaxed(LongPredicate test, long delta);

  /** {@link #fetchAddIfRelaxed} with an acquire on success ({@code ..._inc_limited_acquire}). */
  public abstract long fetchAddIfAcquire(LongPredicate test, long delta);

  /** {@code atomic_long_fetch_or}: returns the value before, fully ordered. */
  public abstract long fetchOr(long bits);

  /** {@code atomic_long_fetch_or_relaxed}. */
  public abstract long fetchOrRelaxed(long bits);

  /** {@code atomic_long_fetch_and}: returns the value before, fully ordered. */
  public abstract long fetchAnd(long bits);

  /** {@code atomic_long_fetch_and_relaxed}. */
  public abstract long fetchAndRelaxed(long bits);

  /**
   * {@code atomic_long_add}: no value is returned, so its load is none that a later access could
   * wait for, and LKMM lets neither {@code smp_rmb} nor a dependency order it.
   */
  public abstract void atomicAdd(long delta);

  /** {@code atomic_long_or}; ordered as {@link #atomicAdd} is. */
  public abstract void atomicOr(long bits);

  /** {@code atomic_long_and}; ordered as {@link #atomicAdd} is. */
  public abstract void atomicAnd(long bits);

  /** {@code set_bit}; ordered as {@link #atomicAdd} is. */
  public final void setBit(int bit) {
    atomicOr(1L << bit);
  }

  /** {@code clear_bit}; ordered as {@link #atomicAdd} is. */
  public final void clearBit(int bit) {
    atomicAnd(~(1L << bit));
  }

  /** {@code test_bit}: one untorn load, not ordered. */
  public final boolean testBit(int bit) {
    return (readOnce() & (1L << bit)) != 0;
  }
}
