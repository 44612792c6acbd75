package org.vmacheck.model.memory;

import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;

/**
 * A word for engines that look at the ordering instead of compiling it: all of {@link Word} in
 * terms of a load, a store and two read-modify-writes: one that returns a value and one that does
 * not.
 */
public abstract class OrderedWord extends Word {

  private static final LongPredicate ALWAYS = value -> true;

  public abstract long load(Order order);

  public abstract void store(Order order, long value);

  /**
   * Replaces the value by {@code update} of it if it passes the test.
   *
   * @return the value before
   */
  public abstract long update(Order order, LongPredicate test, LongUnaryOperator update);

  /**
   * Replaces the value and returns none. Only LKMM tells this from a relaxed update whose value is
   * not used.
   */
  public void modify(LongUnaryOperator update) {
    update(Order.ONCE, ALWAYS, update);
  }

  @Override
  public final long plain() {
    return load(Order.PLAIN);
  }

  @Override
  public final void plain(long value) {
    store(Order.PLAIN, value);
  }

  @Override
  public final long readOnce() {
    return load(Order.ONCE);
  }

  @Override
  public final void writeOnce(long value) {
    store(Order.ONCE, value);
  }

  @Override
  public final long loadAcquire() {
    return load(Order.ACQUIRE);
  }

  @Override
  public final void storeRelease(long value) {
    store(Order.RELEASE, value);
  }

  @Override
  public final long xchg(long value) {
    return update(Order.FULL, ALWAYS, old -> value);
  }

  @Override
  public final long xchgRelaxed(long value) {
    return update(Order.ONCE, ALWAYS, old -> value);
  }

  @Override
  public final long xchgAcquire(long value) {
    return update(Order.ACQUIRE, ALWAYS, old -> value);
  }

  @Override
  public final long xchgRelease(long value) {
    return update(Order.RELEASE, ALWAYS, old -> value);
  }

  @Override
  public final long cmpxchg(long expected, long value) {
    return update(Order.FULL, old -> old == expected, old -> value);
  }

  @Override
  public final long cmpxchgRelaxed(long expected, long value) {
    return update(Order.ONCE, old -> old == expected, old -> value);
  }

  @Override
  public final long cmpxchgAcquire(long expected, long value) {
    return update(Order.ACQUIRE, old -> old == expected, old -> value);
  }

  @Override
  public final long cmpxchgRelease(long expected, long value) {
    return update(Order.RELEASE, old -> old == expected, old -> value);
  }

  @Override
  public final long fetchAdd(long delta) {
    return update(Order.FULL, ALWAYS, old -> old + delta);
  }

  @Override
  public final long fetchAddRelaxed(long delta) {
    return update(Order.ONCE, ALWAYS, old -> old + delta);
  }

  @Override
  public final long fetchAddAcquire(long delta) {
    return update(Order.ACQUIRE, ALWAYS, old -> old + delta);
  }

  @Override
  public final long fetchAddRelease(long delta) {
    return update(Order.RELEASE, ALWAYS, old -> old + delta);
  }

  @Override
  public final long fetchAddIfRelaxed(LongPredicate test, long delta) {
    return update(Order.ONCE, test, old -> old + delta);
  }

  @Override
  public final long fetchAddIfAcquire(LongPredicate test, long delta) {
    return update(Order.ACQUIRE, test, old -> old + delta);
  }

  @Override
  public final long fetchOr(long bits) {
    return update(Order.FULL, ALWAYS, old -> old | bits);
  }

  @Override
  public final long fetchOrRelaxed(long bits) {
    return update(Order.ONCE, ALWAYS, old -> old | bits);
  }

  @Override
  public final long fetchAnd(long bits) {
    return update(Order.FULL, ALWAYS, old -> old & bits);
  }

  @Override
  public final long fetchAndRelaxed(long bits) {
    return update(Order.ONCE, ALWAYS, old -> old & bits);
  }

  @Override
  public final void atomicAdd(long delta) {
    modify(old -> old + delta);
  }

  @Override
  public final void atomicOr(long bits) {
    modify(old -> old | bits);
  }

  @Override
  public final void atomicAnd(long bits) {
    modify(old -> old & bits);
  }
}
