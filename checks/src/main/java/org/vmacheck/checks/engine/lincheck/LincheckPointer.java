package org.vmacheck.checks.engine.lincheck;

import java.util.Objects;
import org.vmacheck.checks.engine.Access;
import org.vmacheck.checks.engine.Value;
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
    return load(Access.load(Order.PLAIN).toString());
  }

  @Override
  public void plain(T newValue) {
    store(Access.store(Order.PLAIN).toString(), newValue);
  }

  @Override
  public T readOnce() {
    return load(Access.load(Order.ONCE).toString());
  }

  @Override
  public void writeOnce(T newValue) {
    store(Access.store(Order.ONCE).toString(), newValue);
  }

  @Override
  public T loadAcquire() {
    return load(Access.load(Order.ACQUIRE).toString());
  }

  @Override
  public void storeRelease(T newValue) {
    store(Access.store(Order.RELEASE).toString(), newValue);
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
      memory.recorder().load(memory.me(), cell.name, Value.of(memory.show(value)));
    }
    return value;
  }

  private void store(String access, T newValue) {
    memory.access(cell, access);
    set(newValue);
    if (memory.recorder().isOn()) {
      memory.recorder().store(memory.me(), cell.name, Value.of(memory.show(newValue)));
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
          .update(
              memory.me(), cell.name, Value.of(memory.show(before)), Value.of(memory.show(value)));
    }
  }
}
