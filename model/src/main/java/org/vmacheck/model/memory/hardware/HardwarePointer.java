package org.vmacheck.model.memory.hardware;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.vmacheck.model.memory.Pointer;

/** A reference in a field. The package says which Java mode each access is, and why. */
final class HardwarePointer<T> extends Pointer<T> {

  private static final VarHandle VALUE;

  static {
    try {
      VALUE = MethodHandles.lookup().findVarHandle(HardwarePointer.class, "value", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private T value;

  HardwarePointer(T initial) {
    value = initial;
  }

  @Override
  public T plain() {
    return value;
  }

  @Override
  public void plain(T newValue) {
    value = newValue;
  }

  @Override
  @SuppressWarnings("unchecked")
  public T readOnce() {
    return (T) VALUE.getOpaque(this);
  }

  @Override
  public void writeOnce(T newValue) {
    VALUE.setOpaque(this, newValue);
  }

  @Override
  @SuppressWarnings("unchecked")
  public T loadAcquire() {
    return (T) VALUE.getAcquire(this);
  }

  @Override
  public void storeRelease(T newValue) {
    VALUE.setRelease(this, newValue);
  }

  @Override
  public T rcuDereference() {
    return loadAcquire();
  }

  @Override
  @SuppressWarnings("unchecked")
  public T xchg(T newValue) {
    VarHandle.fullFence();
    T old = (T) VALUE.getAndSetAcquire(this, newValue);
    VarHandle.fullFence();
    return old;
  }

  /**
   * Java compares identities, the model compares values: an equal value is tried again as itself.
   */
  @Override
  @SuppressWarnings("unchecked")
  public T cmpxchg(T expected, T newValue) {
    VarHandle.fullFence();
    T tried = expected;
    T seen = (T) VALUE.compareAndExchangeAcquire(this, tried, newValue);
    while (seen != tried && Objects.equals(seen, expected)) {
      tried = seen;
      seen = (T) VALUE.compareAndExchangeAcquire(this, tried, newValue);
    }
    VarHandle.fullFence();
    return seen;
  }
}
