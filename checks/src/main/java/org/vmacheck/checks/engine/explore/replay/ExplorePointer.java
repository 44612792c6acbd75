package org.vmacheck.checks.engine.explore.replay;

import org.vmacheck.model.memory.Order;
import org.vmacheck.model.memory.Pointer;

/** A pointer whose accesses are steps; its values are the numbers of references. */
final class ExplorePointer<T> extends Pointer<T> {

  private final ExploreMemory memory;
  private final int cell;

  ExplorePointer(ExploreMemory memory, int cell) {
    this.memory = memory;
    this.cell = cell;
  }

  private T load(Order order) {
    return memory.reference(memory.read(cell, order));
  }

  private void store(Order order, T value) {
    memory.write(cell, order, memory.number(value));
  }

  @Override
  public T plain() {
    return load(Order.PLAIN);
  }

  @Override
  public void plain(T value) {
    store(Order.PLAIN, value);
  }

  @Override
  public T readOnce() {
    return load(Order.ONCE);
  }

  @Override
  public void writeOnce(T value) {
    store(Order.ONCE, value);
  }

  @Override
  public T loadAcquire() {
    return load(Order.ACQUIRE);
  }

  @Override
  public void storeRelease(T value) {
    store(Order.RELEASE, value);
  }

  @Override
  public T rcuDereference() {
    return load(Order.ONCE);
  }

  @Override
  public T xchg(T value) {
    long number = memory.number(value);
    return memory.reference(memory.update(cell, Order.FULL, old -> true, old -> number));
  }

  @Override
  public T cmpxchg(T expected, T value) {
    long from = memory.number(expected);
    long to = memory.number(value);
    return memory.reference(memory.update(cell, Order.FULL, old -> old == from, old -> to));
  }

  @Override
  public String toString() {
    return memory.name(cell);
  }
}
