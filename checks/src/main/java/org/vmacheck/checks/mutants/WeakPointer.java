package org.vmacheck.checks.mutants;

import java.util.Objects;
import org.vmacheck.model.memory.Order;
import org.vmacheck.model.memory.Pointer;

/** A pointer whose accesses are weakened. Its read-modify-writes know no weaker order. */
final class WeakPointer<T> extends Pointer<T> {

  private final WeakAccesses accesses;
  private final Pointer<T> pointer;
  private final String name;

  WeakPointer(WeakAccesses accesses, Pointer<T> pointer, String name) {
    this.accesses = accesses;
    this.pointer = pointer;
    this.name = Event.plainName(name);
  }

  private T load(Call call, Order order) {
    return accesses.load(pointer, new Event(call, name), order, this::loadWith);
  }

  private T loadWith(Order order) {
    return switch (order) {
      case PLAIN -> pointer.plain();
      case ACQUIRE -> pointer.loadAcquire();
      default -> pointer.readOnce();
    };
  }

  private void store(Order order, T value) {
    accesses.store(
        pointer, new Event(Call.store(order), name), order, value, used -> storeWith(used, value));
  }

  private void storeWith(Order order, T value) {
    switch (order) {
      case PLAIN -> pointer.plain(value);
      case RELEASE -> pointer.storeRelease(value);
      default -> pointer.writeOnce(value);
    }
  }

  @Override
  public T plain() {
    return load(Call.LOAD_PLAIN, Order.PLAIN);
  }

  @Override
  public void plain(T value) {
    store(Order.PLAIN, value);
  }

  @Override
  public T readOnce() {
    return load(Call.LOAD_ONCE, Order.ONCE);
  }

  @Override
  public void writeOnce(T value) {
    store(Order.ONCE, value);
  }

  @Override
  public T loadAcquire() {
    return load(Call.LOAD_ACQUIRE, Order.ACQUIRE);
  }

  @Override
  public void storeRelease(T value) {
    store(Order.RELEASE, value);
  }

  @Override
  public T rcuDereference() {
    return load(Call.RCU_DEREFERENCE, Order.ONCE);
  }

  @Override
  public T xchg(T value) {
    return accesses.update(
        pointer,
        new Event(Call.XCHG, name),
        Order.FULL,
        order -> pointer.xchg(value),
        () -> {
          T before = pointer.readOnce();
          pointer.writeOnce(value);
          return before;
        });
  }

  @Override
  public T cmpxchg(T expected, T value) {
    return accesses.update(
        pointer,
        new Event(Call.CMPXCHG, name),
        Order.FULL,
        order -> pointer.cmpxchg(expected, value),
        () -> {
          T before = pointer.readOnce();
          if (Objects.equals(before, expected)) {
            pointer.writeOnce(value);
          }
          return before;
        });
  }

  @Override
  public String toString() {
    return pointer.toString();
  }
}
