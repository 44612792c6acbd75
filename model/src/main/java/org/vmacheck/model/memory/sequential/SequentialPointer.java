package org.vmacheck.model.memory.sequential;

import java.util.Objects;
import org.vmacheck.model.memory.Pointer;

/** A pointer that one thread uses: every ordering is the same. */
final class SequentialPointer<T> extends Pointer<T> {

  private final Slot slot;
  private final String name;
  private T value;

  SequentialPointer(Slot slot, String name, T initial) {
    this.slot = slot;
    this.name = name;
    this.value = initial;
  }

  @Override
  public T plain() {
    slot.access(name);
    return value;
  }

  @Override
  public void plain(T newValue) {
    slot.access(name);
    value = newValue;
  }

  @Override
  public T readOnce() {
    return plain();
  }

  @Override
  public void writeOnce(T newValue) {
    plain(newValue);
  }

  @Override
  public T loadAcquire() {
    return plain();
  }

  @Override
  public void storeRelease(T newValue) {
    plain(newValue);
  }

  @Override
  public T rcuDereference() {
    return plain();
  }

  @Override
  public T xchg(T newValue) {
    T old = plain();
    value = newValue;
    return old;
  }

  @Override
  public T cmpxchg(T expected, T newValue) {
    T old = plain();
    if (Objects.equals(old, expected)) {
      value = newValue;
    }
    return old;
  }

  @Override
  public String toString() {
    return slot.cell(name) + "=" + value;
  }
}
