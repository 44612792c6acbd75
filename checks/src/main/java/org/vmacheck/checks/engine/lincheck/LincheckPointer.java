package org.vmacheck.checks.engine.lincheck;

import java.util.Objects;
import org.vmacheck.checks.engine.AccessNames;
import org.vmacheck.model.memory.Order;
import org.vmacheck.model.memory.Pointer;

/** A pointer whose accesses are each one step under Lincheck. */
final class LincheckPointer<T> extends Pointer<T> {

  private final LincheckMemory memory;
  private final Cell cell;
  private T value;

  LincheckPointer(LincheckMemory memory, Cell cell, T initial) {
    this.memory = memory;
    this.cell = cell;
    this.value = initial;
  }

  @Override
  public T plain() {
    return load(AccessNames.load(Order.PLAIN));
  }

  @Override
  public void plain(T newValue) {
    store(AccessNames.store(Order.PLAIN), newValue);
  }

  @Override
  public T readOnce() {
    return load(AccessNames.load(Order.ONCE));
  }

  @Override
  public void writeOnce(T newValue) {
    store(AccessNames.store(Order.ONCE), newValue);
  }

  @Override
  public T loadAcquire() {
    return load(AccessNames.load(Order.ACQUIRE));
  }

  @Override
  public void storeRelease(T newValue) {
    store(AccessNames.store(Order.RELEASE), newValue);
  }

  @Override
  public T rcuDereference() {
    return load("rcu_dereference");
  }

  @Override
  public T xchg(T newValue) {
    memory.access(cell, "xchg");
    T before = value;
    set(newValue);
    recordChange(before);
    return before;
  }

  @Override
  public T cmpxchg(T expected, T newValue) {
    memory.access(cell, "cmpxchg");
    T before = value;
    if (Objects.equals(before, expected)) {
      set(newValue);
    }
    recordChange(before);
    return before;
  }

  private T load(String access) {
    memory.access(cell, access);
    if (memory.recorder().isOn()) {
      memory.recorder().record(memory.me(), cell.name, memory.show(value), false);
    }
    return value;
  }

  private void store(String access, T newValue) {
    memory.access(cell, access);
    set(newValue);
    if (memory.recorder().isOn()) {
      memory.recorder().record(memory.me(), cell.name, memory.show(newValue), true);
    }
  }

  private void set(T newValue) {
    value = newValue;
    memory.changed();
    if (newValue != null && !cell.isPrivateTo(memory.me())) {
      memory.published();
    }
  }

  private void recordChange(T before) {
    if (memory.recorder().isOn()) {
      memory
          .recorder()
          .record(memory.me(), cell.name, memory.show(before) + " -> " + memory.show(value), true);
    }
  }
}
