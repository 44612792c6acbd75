package org.vmacheck.model.memory.hardware;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongPredicate;
import org.vmacheck.model.memory.Word;

/**
 * An {@code unsigned long} in a field. The package says which Java mode each access is, and why.
 */
final class HardwareWord extends Word {

  private static final VarHandle VALUE;

  static {
    try {
      VALUE = MethodHandles.lookup().findVarHandle(HardwareWord.class, "value", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private long value;

  HardwareWord(long initial) {
    value = initial;
  }

  @Override
  public long plain() {
    return value;
  }

  @Override
  public void plain(long newValue) {
    value = newValue;
  }

  @Override
  public long readOnce() {
    return (long) VALUE.getOpaque(this);
  }

  @Override
  public void writeOnce(long newValue) {
    VALUE.setOpaque(this, newValue);
  }

  @Override
  public long loadAcquire() {
    return (long) VALUE.getAcquire(this);
  }

  @Override
  public void storeRelease(long newValue) {
    VALUE.setRelease(this, newValue);
  }

  @Override
  public long xchg(long newValue) {
    VarHandle.fullFence();
    long old = xchgAcquire(newValue);
    VarHandle.fullFence();
    return old;
  }

  @Override
  public long xchgRelaxed(long newValue) {
    while (true) {
      long old = readOnce();
      if (VALUE.weakCompareAndSetPlain(this, old, newValue)) {
        return old;
      }
    }
  }

  @Override
  public long xchgAcquire(long newValue) {
    return (long) VALUE.getAndSetAcquire(this, newValue);
  }

  @Override
  public long xchgRelease(long newValue) {
    return (long) VALUE.getAndSetRelease(this, newValue);
  }

  @Override
  public long cmpxchg(long expected, long newValue) {
    VarHandle.fullFence();
    long old = cmpxchgAcquire(expected, newValue);
    VarHandle.fullFence();
    return old;
  }

  @Override
  public long cmpxchgRelaxed(long expected, long newValue) {
    while (true) {
      long old = readOnce();
      if (old != expected || VALUE.weakCompareAndSetPlain(this, old, newValue)) {
        return old;
      }
    }
  }

  @Override
  public long cmpxchgAcquire(long expected, long newValue) {
    return (long) VALUE.compareAndExchangeAcquire(this, expected, newValue);
  }

  @Override
  public long cmpxchgRelease(long expected, long newValue) {
    return (long) VALUE.compareAndExchangeRelease(this, expected, newValue);
  }

  @Override
  public long fetchAdd(long delta) {
    VarHandle.fullFence();
    long old = fetchAddAcquire(delta);
    VarHandle.fullFence();
    return old;
  }

  @Override
  public long fetchAddRelaxed(long delta) {
    while (true) {
      long old = readOnce();
      if (VALUE.weakCompareAndSetPlain(this, old, old + delta)) {
        return old;
      }
    }
  }

  @Override
  public long fetchAddAcquire(long delta) {
    return (long) VALUE.getAndAddAcquire(this, delta);
  }

  @Override
  public long fetchAddRelease(long delta) {
    return (long) VALUE.getAndAddRelease(this, delta);
  }

  @Override
  public long fetchAddIfRelaxed(LongPredicate test, long delta) {
    while (true) {
      long old = readOnce();
      if (!test.test(old) || VALUE.weakCompareAndSetPlain(this, old, old + delta)) {
        return old;
      }
    }
  }

  @Override
  public long fetchAddIfAcquire(LongPredicate test, long delta) {
    while (true) {
      long old = readOnce();
      if (!test.test(old) || VALUE.weakCompareAndSetAcquire(this, old, old + delta)) {
        return old;
      }
    }
  }

  @Override
  public long fetchOr(long bits) {
    VarHandle.fullFence();
    long old = (long) VALUE.getAndBitwiseOrAcquire(this, bits);
    VarHandle.fullFence();
    return old;
  }

  @Override
  public long fetchOrRelaxed(long bits) {
    while (true) {
      long old = readOnce();
      if (VALUE.weakCompareAndSetPlain(this, old, old | bits)) {
        return old;
      }
    }
  }

  @Override
  public long fetchAnd(long bits) {
    VarHandle.fullFence();
    long old = (long) VALUE.getAndBitwiseAndAcquire(this, bits);
    VarHandle.fullFence();
    return old;
  }

  @Override
  public long fetchAndRelaxed(long bits) {
    while (true) {
      long old = readOnce();
      if (VALUE.weakCompareAndSetPlain(this, old, old & bits)) {
        return old;
      }
    }
  }

  @Override
  public void atomicAdd(long delta) {
    fetchAddRelaxed(delta);
  }

  @Override
  public void atomicOr(long bits) {
    fetchOrRelaxed(bits);
  }

  @Override
  public void atomicAnd(long bits) {
    fetchAndRelaxed(bits);
  }
}
